/** A period with the value at both ends and the flows between. Flows: positive into the portfolio, after `from`, up to `to`. */
export interface ValuedPeriod {
  readonly startValue: number;
  readonly endValue: number;
  readonly flows: readonly { readonly day: number; readonly amount: number }[];
  /** Epoch days of the opening and the closing value. */
  readonly from: number;
  readonly to: number;
}
