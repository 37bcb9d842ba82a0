import type { CurrencyCode } from "@portfolio/core";
import { namesInUse } from "@portfolio/core/edits";
import type { LoadedPortfolio } from "./computed-portfolio.ts";

/** The currencies of a portfolio: those in which cash moves, and those of its instruments. */
export function currenciesOf({ columns, instruments }: LoadedPortfolio): Set<CurrencyCode> {
  return new Set([...namesInUse(columns).currencies, ...[...instruments.values()].map(({ currency }) => currency)]);
}
