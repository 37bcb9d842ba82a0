import type { Prices } from "../cash-flows/cash-flow.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { accumulate, accumulator } from "./accumulate.ts";
import { convertTotals } from "./convert-totals.ts";
import { followDays } from "./follow-days.ts";
import { segmentRoom, segmentsOf } from "./segment.ts";
import { daysOf, type ValuationQuery } from "./valuation-query.ts";
import type { ValuedDays } from "./valued-days.ts";
import { countUnpriced, currencyGroups, markKnown, type ValuedGroup } from "./valued-group.ts";
import { pricesOfLine, type ValuedLine, valuedLines } from "./valued-line.ts";

/**
 * The same as {@link dailyValuation}, kept so that it can be followed: hand the answer in as `previous` with the next
 * ledger and prices, and only what has changed is taken out and added. The values are those of a valuation anew.
 *
 * A price history counts as changed when it is another object; a ledger's holdings are the same objects where
 * `replayLedger` had the ledger before at hand. Cost: O(held days); with `previous` those of the changed lines, and
 * O(lines + days) for copies.
 *
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "deposit", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1000" },
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * const range = { from: "2026-01-02", to: "2026-01-06" };
 * const before = valueDays(ledger, new Map([["bakery", priceHistory([["2026-01-05", "50"]])]]), range);
 * const prices = new Map([["bakery", priceHistory([["2026-01-05", "50"], ["2026-01-06", "52.5"]])]]);
 * const after = valueDays(ledger, prices, range, before);
 * dailyAmountOn(before.valuation, "2026-01-06")?.toString(); // => "1000"
 * dailyAmountOn(after.valuation, "2026-01-06")?.toString(); // => "1025"
 */
export function valueDays(ledger: Ledger, prices: Prices, query: ValuationQuery, previous?: ValuedDays): ValuedDays {
  const lines = valuedLines(ledger, prices, query);
  return (previous && followDays(previous, ledger, lines, query)) ?? valueAll(ledger, lines, query);
}

function valueAll(ledger: Ledger, valued: readonly ValuedLine[], query: ValuationQuery): ValuedDays {
  const { firstDay, dayCount } = daysOf(query);
  const groups = new Map<string, { -readonly [Field in keyof ValuedGroup]: ValuedGroup[Field] }>();
  const groupOf = new Map<string, string>();
  const unpriced = new Int32Array(dayCount);
  const room = segmentRoom(valued.reduce((most, { quantities }) => Math.max(most, quantities.days.length), 0));
  for (const line of valued) {
    const segments = segmentsOf(line.quantities, firstDay, dayCount, room);
    if (segments.count === 0) continue;
    const row = pricesOfLine(line, firstDay, dayCount);
    const scale = segments.scale + row.scale;
    const key = `${line.currency} ${scale}`;
    const group = groups.get(key) ?? {
      currency: line.currency,
      scale,
      totals: accumulator(dayCount),
      lineCount: 0,
    };
    groups.set(key, group);
    groupOf.set(line.key, key);
    group.lineCount++;
    accumulate(group.totals, segments, row, query.path);
    countUnpriced(unpriced, segments, row.firstKnown, 1);
  }
  const isKnown = new Uint8Array(dayCount);
  markKnown(isKnown, ledger, groups, unpriced, firstDay, 0, dayCount);
  const totals = convertTotals(currencyGroups(ledger, groups, firstDay, dayCount), dayCount);
  return {
    valuation: { firstDay, isKnown, ...totals },
    query,
    rates: ledger.rates,
    lines: new Map(valued.map((line) => [line.key, line])),
    groupOf,
    groups,
    unpriced,
  };
}
