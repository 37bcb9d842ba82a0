import {
  checkValuesOf,
  type GeneratedPortfolio,
  generatePortfolio,
  type PortfolioShape,
} from "@portfolio/generated-portfolio";
import { dataHashes, publishedPriceHashes, publishedRateHashes } from "@portfolio/generated-portfolio/data-hashes";
import { mustEqual } from "./wrong-answer.ts";

/** A generated portfolio whose data are the published ones, where its shape is published. */
export function checkedPortfolio(shape: PortfolioShape): GeneratedPortfolio {
  const portfolio = generatePortfolio(shape);
  const expected = checkValuesOf(portfolio);
  if (expected === undefined) return portfolio;
  const hashes = dataHashes(portfolio);
  mustEqual("The hash of the trades", hashes.trades, expected.hash);
  mustEqual("The hash of the prices", hashes.prices, publishedPriceHashes[shape.instruments]);
  mustEqual("The hash of the rates", hashes.rates, publishedRateHashes[shape.instruments]);
  return portfolio;
}
