import type { InstrumentId } from "../instrument/instrument.ts";
import type { AccountId } from "./account.ts";

/**
 * The set of accounts and instruments a question is about.
 *
 * Left out means all of them; an empty list means none. Both given: those instruments inside those accounts. A scope that
 * names instruments is without cash: its flows are what it takes to hold them (docs/methods/cash-flows.md).
 */
export interface Scope {
  readonly accounts?: readonly AccountId[];
  readonly instruments?: readonly InstrumentId[];
  /** Short for one instrument; with `instruments` beside it, it counts only when it is one of them. */
  readonly instrument?: InstrumentId;
}

/** Whether a scope leaves cash out, because it names instruments. */
export function isWithoutCash({ instruments, instrument }: Scope): boolean {
  return instruments !== undefined || instrument !== undefined;
}

/** Which instruments a scope is about. A transaction without one belongs only to a scope that names none. Cost: O(1) each. */
export function instrumentFilter({ instruments, instrument }: Scope): (id: InstrumentId | undefined) => boolean {
  if (instruments === undefined) return (id) => instrument === undefined || id === instrument;
  const named = new Set(instruments);
  return (id) => id !== undefined && named.has(id) && (instrument === undefined || id === instrument);
}
