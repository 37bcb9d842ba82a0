// Portfolios that are the same in every language and on every machine: for tests of core and for benchmarks.
export type { CheckValues, DailySums, LedgerSums } from "./check-values.ts";
export { checkValuesOf, shapeName } from "./check-values.ts";
export {
  allDays,
  columnsOf,
  currencies,
  firstDate,
  instrumentCurrencies,
  instrumentId,
  lastDateOf,
  pricesOf,
  ratesOf,
} from "./core-input.ts";
export { csvBytesOf, decimalText, publishedCsvForms } from "./csv-form.ts";
export type { GeneratedPortfolio, PortfolioShape } from "./generate-portfolio.ts";
export { generatePortfolio } from "./generate-portfolio.ts";
export { linearCongruential } from "./linear-congruential.ts";
