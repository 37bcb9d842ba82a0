// Runs in the window of a browser: writes the portfolio of the cold start through the repositories, as the app does.
import {
  importRepository,
  openPortfolioDatabase,
  priceRepository,
  rateRepository,
  transactionRepository,
} from "@portfolio/storage";
import { generatePortfolio } from "@portfolio/generated-portfolio";
import { importOf, receivedOf, storedShape } from "../stored-portfolio.ts";

/** How long the writing took, in ms. */
export interface FillAnswer {
  readonly importMs: number;
  readonly columnsMs: number;
  readonly pricesMs: number;
}

async function fill(): Promise<FillAnswer> {
  const portfolio = generatePortfolio(storedShape);
  const { prices, rates } = receivedOf(portfolio);
  const commit = importOf(portfolio);
  const database = await openPortfolioDatabase("bench");
  const start = performance.now();
  await importRepository(database).commit(commit);
  const imported = performance.now();
  const transactions = transactionRepository(database);
  await transactions.saveColumns(await transactions.columns());
  const packed = performance.now();
  // After the columns, as in the app: a new quote must not make them stale.
  await priceRepository(database).save(prices);
  await rateRepository(database).save(rates);
  return { importMs: imported - start, columnsMs: packed - imported, pricesMs: performance.now() - packed };
}

Object.assign(globalThis, { benchAnswer: fill() });
