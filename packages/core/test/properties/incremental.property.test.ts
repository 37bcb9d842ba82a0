import {
  addDays,
  bookedSum,
  cashBalancesOn,
  type CostBasisMethod,
  deliveryValues,
  disposalsOf,
  externalFlows,
  holdingsOn,
  type Ledger,
  lotsOn,
  negativeCashIssues,
  packTransactions,
  type Prices,
  type RateTable,
  reorganizationCloses,
  replayLedger,
  type Transaction,
  type TransactionColumns,
} from "@portfolio/core";
import { compactColumns, editColumns, followLedger, type ValuedDays, valueDays } from "@portfolio/core/edits";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dailyIntegers, pricesFrom, ratesFrom } from "../support/build.ts";
import { firstDay, randomEvent, randomEvents, text, transactionsOf } from "./random-ledger.ts";

const methods: readonly CostBasisMethod[] = [
  "average-cost",
  "fifo",
  "lifo",
  "highest-cost",
  "lowest-cost",
  "specific-lots",
];
const instrumentCount = 12;
const lastDay = addDays(firstDay, 130);
const longDay = addDays(firstDay, 6000);

/** A change of what a portfolio is made of; `pick` chooses what it concerns. */
const changes = fc.array(
  fc.record({
    what: fc.constantFrom("remove", "remove", "replace", "replace", "move", "add", "close", "method", "several"),
    pick: fc.nat(9999),
    amount: fc.integer({ min: 1, max: 99_999 }),
  }),
  { minLength: 1, maxLength: 12 },
);

type Plain = Record<string, unknown>;

/** The transactions of a random ledger over a dozen instruments in two currencies, some with a time or a corporate action. */
function spreadOut(transactions: readonly Plain[], picks: readonly number[]): Plain[] {
  return transactions.flatMap((t, i) => {
    const pick = picks[i % picks.length]!;
    const instrument = t["instrument"] === undefined ? {} : { instrument: `${String(t["instrument"])}${pick % 6}` };
    const currency = t["currency"] !== undefined && t["instrument"] === "Y" ? { currency: "USD" } : {};
    const time = pick % 4 === 0 ? { time: `${10 + (pick % 9)}:${10 + (pick % 50)}` } : {};
    const row = { ...t, ...instrument, ...currency, ...time };
    if (pick % 11 !== 0 || t["kind"] !== "buy") return [row];
    const action = {
      id: `${String(t["id"])}c`,
      account: t["account"],
      tradeDate: addDays(t["tradeDate"] as string, pick % 3),
      instrument: `${String(t["instrument"])}${pick % 6}`,
      toInstrument: `${String(t["instrument"])}${(pick + 1) % 6}`,
      ...[
        { kind: "symbol-change" },
        { kind: "spin-off", ratio: { numerator: "1", denominator: "3" }, costProportion: "0.2" },
        { kind: "merger", ratio: { numerator: "2", denominator: "3" } },
        { kind: "merger", ratio: { numerator: "1", denominator: "2" }, currency: "EUR", grossAmount: "3.33" },
      ][pick % 4],
    };
    return [row, action];
  });
}

/** A portfolio as a person sees it: entries in their order, prices, methods. */
interface State {
  readonly entries: ReadonlyMap<number, Plain>;
  readonly closes: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly methods: ReadonlyMap<string, CostBasisMethod>;
}

function replay(
  columns: TransactionColumns,
  prices: Prices,
  rates: RateTable,
  state: State,
  previous?: Ledger,
): Ledger {
  const input = {
    columns,
    instrumentCurrencies: new Map(columns.instruments.map((id) => [id, id.startsWith("Y") ? "USD" : "EUR"])),
    baseCurrency: "EUR",
    rates,
    methods: state.methods,
    deliveryValues: deliveryValues(columns, prices),
    reorganizationCloses: reorganizationCloses(columns, prices),
  };
  return previous === undefined ? replayLedger(input) : followLedger(previous, input);
}

function packed({ entries }: State): TransactionColumns {
  const ordered = [...entries].toSorted(([a], [b]) => a - b);
  return packTransactions(
    ordered.map(([, transaction]) => transaction as unknown as Transaction),
    ordered.map(([entry]) => entry),
  );
}

const sorted = (rows: readonly string[]): string[] => rows.toSorted();

/** Everything that can be asked of a ledger, as text; lists whose order says nothing are sorted. */
function picture(ledger: Ledger, prices: Prices, valued: ValuedDays): unknown {
  const dates = [addDays(firstDay, 20), addDays(firstDay, 45), lastDay, longDay];
  const { valuation } = valued;
  return {
    holdings: dates.map((on) =>
      sorted(
        holdingsOn(ledger, { on }).map(
          ({ instrument, accounts, quantity, costBasis, baseCostBasis, isCostComplete }) =>
            `${instrument} ${accounts.toSorted().join("+")} ${quantity} ${costBasis} ${baseCostBasis} ${isCostComplete}`,
        ),
      ),
    ),
    lots: dates.map((on) =>
      sorted(
        lotsOn(ledger, { on }).map(
          ({ instrument, account, transaction, acquiredOn, quantity, costBasis, baseCostBasis }) =>
            `${instrument} ${account} ${transaction} ${acquiredOn} ${quantity} ${costBasis} ${baseCostBasis}`,
        ),
      ),
    ),
    disposals: sorted(
      disposalsOf(ledger).map(
        ({ transaction, date, account, quantity, proceeds, cost, baseGain }) =>
          `${transaction} ${date} ${account} ${quantity} ${proceeds} ${cost} ${baseGain}`,
      ),
    ),
    cash: dates.map((on) =>
      cashBalancesOn(ledger, { on }).map(({ account, currency, amount }) => `${account} ${currency} ${amount}`),
    ),
    income: String(bookedSum(ledger, "income").base),
    fees: String(bookedSum(ledger, "fees").base),
    flows: externalFlows(ledger, prices).map(({ row, amount }) => `${ledger.columns.ids[row]} ${amount}`),
    issues: ledger.issues.map(({ code, source, date }) => `${code} ${source.transactionId} ${date}`),
    overdrawn: negativeCashIssues(ledger).map(({ source, date }) => `${source.accountId} ${date}`),
    scale: valuation.scale,
    values: dailyIntegers(valuation).join(" "),
    isKnown: valuation.isKnown.join(""),
  };
}

const query = { from: firstDay, to: lastDay };
const rates = ratesFrom({
  "USD/EUR": Array.from({ length: 120 }, (_, d) => [addDays(firstDay, d + 5), text(900_000 + 7919 * d, 6)] as const),
});

/** Takes one change: the state after it, and what to tell the columns. */
function changed(
  state: State,
  { what, pick, amount }: { readonly what: string; readonly pick: number; readonly amount: number },
): { next: State; removed: string[]; saved: { entry: number; transaction: Transaction }[] } {
  const entries = new Map(state.entries);
  const all = [...entries.keys()];
  const entry = all[pick % Math.max(all.length, 1)];
  const chosen = entry === undefined ? undefined : entries.get(entry)!;
  const nothing = { next: state, removed: [], saved: [] };
  if (what === "method") {
    const account = pick % 2 === 0 ? "A" : "B";
    return { ...nothing, next: { ...state, methods: new Map(state.methods).set(account, methods[pick % 6]!) } };
  }
  if (what === "close") {
    const id = Object.keys(state.closes)[pick % Object.keys(state.closes).length]!;
    const dated = state.closes[id]!.map(([date, close], i) =>
      i === pick % state.closes[id]!.length ? ([date, text(amount, 3)] as const) : ([date, close] as const),
    );
    return { ...nothing, next: { ...state, closes: { ...state.closes, [id]: dated } } };
  }
  if (entry === undefined || chosen === undefined) return nothing;
  if (what === "remove") {
    entries.delete(entry);
    return { next: { ...state, entries }, removed: [chosen["id"] as string], saved: [] };
  }
  const written: [number, Plain][] = [];
  if (what === "replace" || what === "several") {
    written.push([
      entry,
      { ...chosen, ...("unitPrice" in chosen ? { unitPrice: text(amount, 3) } : {}), feeAmount: "1.23" },
    ]);
    if (what === "several")
      written.push([
        all[(pick + 1) % all.length]!,
        { ...entries.get(all[(pick + 1) % all.length]!)!, feeAmount: "0.1" },
      ]);
  }
  if (what === "move") written.push([entry, { ...chosen, tradeDate: addDays(firstDay, 1 + (amount % 60)) }]);
  if (what === "add") {
    const bought = {
      kind: "buy",
      instrument: `X${amount % 9}`,
      quantity: text(amount, 2),
      unitPrice: "7.5",
      currency: "EUR",
    };
    const last = Math.max(...all);
    written.push([
      last + 1,
      { id: `n${last + 1}`, account: "C", tradeDate: addDays(firstDay, amount % 70), ...bought },
    ]);
  }
  for (const [at, transaction] of written) entries.set(at, transaction);
  return {
    next: { ...state, entries },
    removed: [],
    saved: [...new Map(written)].map(([at, transaction]) => ({
      entry: at,
      transaction: transaction as unknown as Transaction,
    })),
  };
}

describe("a ledger that follows edits", () => {
  it("is the ledger of a replay from nothing, bit for bit, and so is its daily valuation", { timeout: 60_000 }, () => {
    const counts = { followed: 0, all: 0, valuesFollowed: 0 };
    fc.assert(
      fc.property(
        randomEvents,
        fc.array(fc.nat(999), { minLength: 11, maxLength: 11 }),
        changes,
        fc.constantFrom(...methods),
        (events, picks, steps, method) => {
          const { transactions, closes: two } = transactionsOf(events);
          const closes = Object.fromEntries(
            Array.from({ length: instrumentCount }, (_, i) => {
              const base = i < 6 ? "X" : "Y";
              return [`${base}${i % 6}`, two[base]!.map(([date, close]) => [addDays(date, i % 3), close] as const)];
            }),
          );
          let state: State = {
            entries: new Map(spreadOut(transactions, picks).map((t, i) => [2 * i, t])),
            closes,
            methods: new Map([
              ["A", method],
              ["B", "average-cost"],
            ]),
          };
          let prices = pricesFrom(closes);
          let columns = packed(state);
          let ledger = replay(columns, prices, rates, state);
          let valued = valueDays(ledger, prices, query);
          for (const step of steps) {
            const { next, removed, saved } = changed(state, step);
            if (next.closes !== state.closes) {
              const fresh = pricesFrom(next.closes);
              prices = new Map(
                [...prices].map(([id, known]) => [id, next.closes[id] === state.closes[id] ? known : fresh.get(id)!]),
              );
            }
            state = next;
            if (removed.length + saved.length > 0) columns = editColumns(columns, { removed, saved });
            ledger = replay(columns, prices, rates, state, ledger);
            const before = valued;
            valued = valueDays(ledger, prices, query, before);
            counts.all++;
            if (ledger.change !== undefined) counts.followed++;
            if ([...valued.groups].some(([key, { totals }]) => before.groups.get(key)?.totals === totals))
              counts.valuesFollowed++;
            const whole = replay(packed(state), prices, rates, state);
            expect(picture(ledger, prices, valued)).toEqual(picture(whole, prices, valueDays(whole, prices, query)));
          }
          const compact = replay(compactColumns(columns), prices, rates, state);
          expect(picture(compact, prices, valued)).toEqual(picture(ledger, prices, valued));
        },
      ),
      { seed: 311, numRuns: 300 },
    );
    // The property says nothing if everything was replayed whole.
    expect(counts.followed / counts.all).toBeGreaterThan(0.5);
    expect(counts.valuesFollowed / counts.all).toBeGreaterThan(0.2);
  });

  it(
    "goes on from a checkpoint to the same ledger, when an instrument has thousands of transactions",
    { timeout: 120_000 },
    () => {
      let resumed = 0;
      fc.assert(
        fc.property(
          fc.array(randomEvent, { minLength: 2500, maxLength: 2500 }),
          fc.array(
            fc.record({
              what: fc.constantFrom("remove", "replace", "move"),
              pick: fc.nat(9999),
              amount: fc.integer({ min: 1, max: 99_999 }),
            }),
            { minLength: 4, maxLength: 4 },
          ),
          fc.constantFrom(...methods),
          (events, steps, method) => {
            const { transactions, closes } = transactionsOf(events);
            const prices = pricesFrom(closes);
            let state: State = {
              entries: new Map(
                transactions.map((t, i) => [i, t["instrument"] === "Y" ? { ...t, currency: "USD" } : t]),
              ),
              closes,
              methods: new Map([
                ["A", method],
                ["B", "fifo"],
              ]),
            };
            let columns = packed(state);
            let ledger = replay(columns, prices, rates, state);
            // The first edits write the checkpoints, late ones use them.
            for (const step of steps) {
              const late = { ...step, pick: state.entries.size - 1 - (step.pick % 400) };
              const { next, removed, saved } = changed(state, step.what === "move" ? step : late);
              state = next;
              columns = editColumns(columns, { removed, saved });
              const before = ledger;
              ledger = replay(columns, prices, rates, state, before);
              const kept = ledger.instruments.some((instrument, position) => {
                const [first] = before.instruments[position]?.checkpoints ?? [];
                return (
                  first !== undefined &&
                  instrument !== before.instruments[position] &&
                  instrument?.checkpoints?.[0] === first
                );
              });
              if (kept) resumed++;
              const whole = replay(packed(state), prices, rates, state);
              const span = { from: firstDay, to: longDay };
              expect(picture(ledger, prices, valueDays(ledger, prices, span))).toEqual(
                picture(whole, prices, valueDays(whole, prices, span)),
              );
            }
          },
        ),
        { seed: 312, numRuns: 8, endOnFailure: true },
      );
      expect(resumed).toBeGreaterThan(5);
    },
  );
});
