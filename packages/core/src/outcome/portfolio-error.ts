/** The caller's mistakes, by their stable codes. */
export type PortfolioErrorCode =
  | "currency-mismatch"
  | "invalid-decimal"
  | "invalid-date"
  | "invalid-identifier"
  | "invalid-transaction"
  | "date-out-of-range"
  | "unsorted-series"
  | "argument-out-of-range"
  | "length-mismatch"
  | "unknown-instrument"
  | "unknown-account"
  | "invalid-weights";

/**
 * A mistake of the caller: an argument that can never be right, whatever the data.
 *
 * Faults in a person's data are never thrown; they come back as {@link Issue}.
 * `code` is stable and may be translated; `detail` is plain data and survives a structured clone when sent by itself.
 */
export class PortfolioError extends Error {
  readonly code: PortfolioErrorCode;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: PortfolioErrorCode, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "PortfolioError";
    this.code = code;
    this.detail = detail;
  }
}
