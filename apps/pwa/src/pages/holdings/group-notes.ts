import type { Issue } from "@portfolio/core";
import { plainReason } from "../../state/plain-reason.ts";

/** Notes that say the same, as one row: the sentence once, and what it is about. */
export interface NoteGroup {
  readonly sentence: string;
  /** Instruments without a price, for which one can be typed. */
  readonly instrumentIds: readonly string[];
  /** Days of transactions, oldest first. */
  readonly dates: readonly string[];
}

/** Groups what is wrong with transactions and what keeps prices from being known, each by its sentence. */
export function groupNotes(
  issues: readonly Pick<Issue, "message" | "date">[],
  unresolved: readonly { readonly instrumentId: string; readonly reason: string }[],
): NoteGroup[] {
  const byMessage = Map.groupBy(issues, ({ message }) => message);
  const byReason = Map.groupBy(unresolved, ({ reason }) => plainReason(reason));
  return [
    ...[...byMessage].map(([sentence, about]) => ({
      sentence,
      instrumentIds: [],
      dates: about.flatMap(({ date }) => (date === undefined ? [] : [date])).sort(),
    })),
    ...[...byReason].map(([sentence, about]) => ({
      sentence,
      instrumentIds: about.map(({ instrumentId }) => instrumentId),
      dates: [],
    })),
  ];
}
