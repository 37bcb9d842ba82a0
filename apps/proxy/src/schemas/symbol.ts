import { Type, type TString } from "typebox";

/** The most symbols one request may name; a Yahoo quote call takes as many. */
export const symbolsPerRequest = 50;

// At least one letter or digit, so that "." and ".." can never shape a path at the source.
const oneSymbol = "(?=[.^=&\\-:]*[A-Za-z0-9])[A-Za-z0-9.^=&\\-:]{1,24}";

/** One ticker of a quote source. Lower case is taken and upper-cased before use; see {@link canonicalSymbol}. */
export const symbolSchema: TString = Type.String({
  pattern: `^${oneSymbol}$`,
  description: "Ticker of the quote source: letters, digits and . ^ = & - : (at most 24 characters)",
  examples: ["AAPL", "VOD.L", "USDCAD=X"],
});

/** One to fifty tickers, separated by commas. */
export const symbolListSchema: TString = Type.String({
  pattern: `^${oneSymbol}(,${oneSymbol}){0,${symbolsPerRequest - 1}}$`,
  description: `1 to ${symbolsPerRequest} tickers, separated by commas`,
  examples: ["AAPL,VOD.L"],
});

/** The form in which a symbol is asked for, cached and answered: upper case. */
export function canonicalSymbol(symbol: string): string {
  return symbol.toUpperCase();
}

/** The distinct canonical symbols of a comma-separated list, in the order asked. */
export function canonicalSymbols(list: string): string[] {
  return [...new Set(list.split(",").map(canonicalSymbol))];
}

/** Whether a symbol that came from a source could be asked for here. */
export function isSymbol(text: string): boolean {
  return symbolPattern.test(text);
}

const symbolPattern = new RegExp(`^${oneSymbol}$`);
