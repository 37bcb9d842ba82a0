/** A dated amount as the investor sees it: negative is paid in, positive is taken out or still there at the end. */
export interface DatedFlow {
  /** Epoch day. */
  readonly day: number;
  readonly amount: number;
}
