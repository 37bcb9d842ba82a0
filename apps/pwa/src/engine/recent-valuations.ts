import type { Ledger, Prices, ValuationQuery } from "@portfolio/core";
import { type ValuedDays, valueDays } from "@portfolio/core/edits";

const mostKept = 6;

/**
 * The daily valuations that pages asked for last, each kept with what it was added up from: after an entry or a price only
 * what has changed is added up again.
 */
export class RecentValuations {
  readonly #kept = new Map<string, ValuedDays>();

  valued(ledger: Ledger, prices: Prices, { from, to, accounts }: ValuationQuery): ValuedDays {
    const key = JSON.stringify([from, to, accounts]);
    const query = { from, to, ...(accounts === undefined ? {} : { accounts }) };
    const valued = valueDays(ledger, prices, query, this.#kept.get(key));
    // Last in, last out: the page that is open asks again.
    this.#kept.delete(key);
    this.#kept.set(key, valued);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept) this.#kept.delete(oldest!);
    return valued;
  }
}
