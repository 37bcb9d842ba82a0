/** A split as the ledger applies it: quantity x times / by. */
export interface SplitEvent {
  readonly day: number;
  readonly times: bigint;
  readonly by: bigint;
}
