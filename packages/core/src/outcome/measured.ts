/** Why a figure has no value. */
export type UndefinedReason =
  | "too-few-observations"
  | "no-variation"
  | "no-capital"
  | "no-sign-change"
  | "did-not-converge"
  | "no-drawdown"
  | "not-held"
  | "missing-price"
  | "missing-rate"
  | "missing-cost";

/**
 * The result of a metric: a value, or the reason why there is none.
 *
 * Never NaN, 0, Infinity or 999999 in place of "undefined".
 */
export type Measured =
  | { readonly value: number; readonly reason?: never }
  | { readonly value: undefined; readonly reason: UndefinedReason };

/** A metric that has a value. */
export function measured(value: number): Measured {
  return { value };
}

/** A metric that has none, and why. */
export function unmeasured(reason: UndefinedReason): Measured {
  return { value: undefined, reason };
}
