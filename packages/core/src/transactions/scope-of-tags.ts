import type { Instrument } from "../instrument/instrument.ts";
import type { Account } from "./account.ts";
import type { Scope } from "./scope.ts";

/** A user's label on accounts and instruments: any text, compared letter by letter. */
export type Tag = string;

/**
 * The scope that labels name.
 *
 * Several tags widen it: an account or instrument belongs when it carries at least one of them. Tags on both kinds narrow
 * each other, as everywhere in a {@link Scope}: the tagged instruments inside the tagged accounts. When only accounts
 * carry one of the tags, all of their instruments and cash belong; when only instruments do, those in every account.
 * Tags that nobody carries, and no tags at all, are an empty scope, never everything.
 *
 * Cost: O(accounts + instruments).
 *
 * @example
 * const accounts = [{ id: "pension plan", tags: ["retirement"] }, { id: "savings" }];
 * const instruments = [{ id: "world fund", tags: ["retirement", "green"] }, { id: "bakery", tags: ["green"] }];
 * scopeOfTags(["green"], accounts, instruments); // => { instruments: ["world fund", "bakery"] }
 * scopeOfTags(["retirement"], accounts, instruments); // => { accounts: ["pension plan"], instruments: ["world fund"] }
 */
export function scopeOfTags(
  tags: readonly Tag[],
  accounts: readonly Pick<Account, "id" | "tags">[],
  instruments: readonly Pick<Instrument, "id" | "tags">[],
): Scope {
  const wanted = new Set(tags);
  const carriers = <Id>(all: readonly { readonly id: Id; readonly tags?: readonly Tag[] }[]): Id[] =>
    all.filter((one) => one.tags?.some((tag) => wanted.has(tag))).map(({ id }) => id);
  const taggedAccounts = carriers(accounts);
  const taggedInstruments = carriers(instruments);
  if (taggedAccounts.length === 0 && taggedInstruments.length === 0) return { accounts: [], instruments: [] };
  return {
    ...(taggedAccounts.length === 0 ? {} : { accounts: taggedAccounts }),
    ...(taggedInstruments.length === 0 ? {} : { instruments: taggedInstruments }),
  };
}
