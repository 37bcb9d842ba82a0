import type { ActivityEffect } from "./activity-preset.ts";
import type { ActivityRow } from "./activity-row.ts";

/** A row with the effect it is booked by. */
export interface RuledRow {
  readonly row: ActivityRow;
  readonly effect: ActivityEffect;
}
