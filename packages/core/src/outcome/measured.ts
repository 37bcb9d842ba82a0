/** Why a figure has no value. */
export type UndefinedReason =
  | "too-few-observations"
  | "no-variation"
  | "zero-denominator"
  | "no-capital"
  | "no-sign-change"
  | "did-not-converge"
  | "no-drawdown"
  | "no-losses"
  | "not-reached"
  | "out-of-range"
  | "not-held"
  | "missing-price"
  | "missing-rate"
  | "missing-cost";

/**
 * The result of a metric: a value, or the reason why there is none. `Measured<DecimalString>` is an amount of money.
 *
 * Never NaN, 0, Infinity or 999999 in place of "undefined".
 */
export type Measured<Value = number> =
  | { readonly value: Value; readonly reason?: never }
  | { readonly value: undefined; readonly reason: UndefinedReason };

/** A metric that has a value; one that is undefined is made by {@link unmeasured}. */
export function measured<Value = number>(value: Value): Measured<Value> {
  return { value };
}

/** A metric whose value is undefined, and why. */
export function unmeasured(reason: UndefinedReason): Measured<never> {
  return { value: undefined, reason };
}
