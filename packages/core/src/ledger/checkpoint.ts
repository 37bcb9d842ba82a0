import type { EpochDay } from "../calendar/plain-date.ts";
import type { Integer } from "../numbers/integer.ts";
import type { Amount } from "../lots/amount.ts";
import type { OpenLot } from "../lots/open-lot.ts";
import type { SplitEvent } from "./split-event.ts";

/** What an account held at a checkpoint. */
export interface HeldAt {
  readonly account: number;
  /** How many entries its history had. */
  readonly entries: number;
  readonly quantity: Integer;
  readonly cost: Amount;
  readonly base: Amount | undefined;
  readonly isIncomplete: boolean;
  readonly row: number;
  readonly lots: readonly OpenLot[] | undefined;
}

/** The state of one instrument after all transactions up to a day: from here a replay may go on. */
export interface Checkpoint {
  readonly day: EpochDay;
  readonly holdings: readonly HeldAt[];
  readonly lastSplit: SplitEvent | undefined;
}
