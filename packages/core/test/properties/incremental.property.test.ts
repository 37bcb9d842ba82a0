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
  type LedgerOptions,
  lotsOn,
  negativeCashIssues,
  packTransactions,
  type PriceHistory,
  type Prices,
  type RateTable,
  reorganizationCloses,
  replayLedger,
  type Transaction,
  type TransactionColumns,
  type ValuationQuery,
} from "@portfolio/core";
import { compactColumns, editColumns, followLedger, type ValuedDays, valueDays } from "@portfolio/core/edits";
import { issuesOf } from "@portfolio/core/snapshot";
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
    what: fc.constantFrom(
      ...([
        "remove",
        "remove",
        "replace",
        "replace",
        "move",
        "add",
        "close",
        "method",
        "several",
        "add again",
      ] as const),
      ...(["base currency", "rates", "currency", "options"] as const),
    ),
    /** From which earlier state it goes on: usually from the last one. */
    back: fc.constantFrom(0, 0, 0, 1, 2),
    pick: fc.nat(9999),
    amount: fc.integer({ min: 1, max: 99_999 }),
  }),
  { minLength: 1, maxLength: 12 },
);

type Plain = Record<string, unknown>;

/** One change. */
interface Step {
  readonly what: string;
  readonly pick: number;
  readonly amount: number;
}

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
  readonly baseCurrency: string;
  readonly rates: RateTable;
  /** Instruments that are in another currency than their name says. */
  readonly swapped: ReadonlySet<string>;
  readonly options: Partial<LedgerOptions>;
}

function replay(columns: TransactionColumns, prices: Prices, state: State, previous?: Ledger): Ledger {
  const input = {
    columns,
    instrumentCurrencies: new Map(
      columns.instruments.map((id) => [id, id.startsWith("Y") !== state.swapped.has(id) ? "USD" : "EUR"]),
    ),
    baseCurrency: state.baseCurrency,
    rates: state.rates,
    methods: state.methods,
    options: state.options,
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
function picture({ ledger, prices, valued }: Pick<Head, "ledger" | "prices" | "valued">): unknown {
  const dates = [addDays(firstDay, 20), addDays(firstDay, 45), lastDay, longDay];
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
    ofAccount: issuesOf(ledger, prices, { from: firstDay, to: lastDay, scope: { accounts: ["A"] } })
      .map(
        ({ code, source, date }) => `${code} ${source.transactionId} ${source.instrumentId} ${source.currency} ${date}`,
      )
      .toSorted(),
    values: valued.map(
      ({ valuation }) => `${valuation.scale} ${dailyIntegers(valuation).join(" ")} ${valuation.isKnown.join("")}`,
    ),
  };
}

const plainQuery = { from: firstDay, to: lastDay };
/** Everything, one account, and the widest exact sums. */
const queries: readonly ValuationQuery[] = [
  plainQuery,
  { ...plainQuery, accounts: ["A"] },
  { ...plainQuery, path: "two-limbs" },
];
const someRates = ratesFrom({
  "USD/EUR": Array.from({ length: 120 }, (_, d) => [addDays(firstDay, d + 5), text(900_000 + 7919 * d, 6)] as const),
});

const otherRates = ratesFrom({
  "USD/EUR": [[addDays(firstDay, 3), "0.9"]],
  "CHF/EUR": [[addDays(firstDay, 9), "1.07"]],
});

/** Takes one change: the state after it, and what to tell the columns. */
function changed(
  state: State,
  { what, pick, amount }: Step,
): { next: State; removed: string[]; saved: { entry: number; transaction: Transaction }[] } {
  const entries = new Map(state.entries);
  const all = [...entries.keys()];
  const entry = all[pick % Math.max(all.length, 1)];
  const chosen = entry === undefined ? undefined : entries.get(entry)!;
  const nothing = { next: state, removed: [], saved: [] };
  if (what === "base currency")
    return { ...nothing, next: { ...state, baseCurrency: ["EUR", "USD", "CHF"][pick % 3]! } };
  if (what === "rates") return { ...nothing, next: { ...state, rates: pick % 2 === 0 ? someRates : otherRates } };
  if (what === "options") return { ...nothing, next: { ...state, options: { feesInCost: pick % 2 === 0 } } };
  if (what === "currency") {
    const swapped = new Set(state.swapped);
    const id = `${pick % 2 === 0 ? "X" : "Y"}${amount % 6}`;
    if (!swapped.delete(id)) swapped.add(id);
    return { ...nothing, next: { ...state, swapped } };
  }
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
  if (what === "add again") {
    // One edit that saves the same id twice: the last one stands.
    const transaction = (fee: string): Transaction => ({ ...chosen, feeAmount: fee }) as unknown as Transaction;
    entries.set(entry, { ...chosen, feeAmount: "2" });
    return {
      next: { ...state, entries },
      removed: [],
      saved: ["1", "2"].map((fee) => ({ entry, transaction: transaction(fee) })),
    };
  }
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

/** A state with everything computed from it, by following what was computed before. */
interface Head {
  readonly state: State;
  readonly prices: ReadonlyMap<string, PriceHistory>;
  readonly columns: TransactionColumns;
  readonly ledger: Ledger;
  readonly valued: readonly ValuedDays[];
}

const plainState = { baseCurrency: "EUR", rates: someRates, swapped: new Set<string>(), options: {} };

function newHead(state: State, prices: ReadonlyMap<string, PriceHistory> = pricesFrom(state.closes)): Head {
  const columns = packed(state);
  const ledger = replay(columns, prices, state);
  return { state, prices, columns, ledger, valued: queries.map((query) => valueDays(ledger, prices, query)) };
}

function advanced(head: Head, step: Step): Head {
  const { next: state, removed, saved } = changed(head.state, step);
  const fresh = state.closes === head.state.closes ? undefined : pricesFrom(state.closes);
  const isKept = (id: string): boolean => fresh === undefined || state.closes[id] === head.state.closes[id];
  const prices = new Map([...head.prices].map(([id, known]) => [id, isKept(id) ? known : fresh!.get(id)!]));
  const columns = removed.length + saved.length === 0 ? head.columns : editColumns(head.columns, { removed, saved });
  const ledger = replay(columns, prices, state, head.ledger);
  const valued = queries.map((query, i) => valueDays(ledger, prices, query, head.valued[i]));
  return { state, prices, columns, ledger, valued };
}

function isShared(groups: ValuedDays["groups"], before: ValuedDays["groups"]): boolean {
  return [...groups].some(([key, { totals }]) => before.get(key)?.totals === totals);
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
          const heads = [
            newHead({
              ...plainState,
              entries: new Map(spreadOut(transactions, picks).map((t, i) => [2 * i, t])),
              closes,
              methods: new Map([
                ["A", method],
                ["B", "average-cost"],
              ]),
            }),
          ];
          for (const step of steps) {
            const head = heads.at(-1 - Math.min(step.back, heads.length - 1))!;
            const next = advanced(head, step);
            heads.push(next);
            counts.all++;
            if (next.ledger.change !== undefined) counts.followed++;
            if (next.valued.some(({ groups }, i) => isShared(groups, head.valued[i]!.groups))) counts.valuesFollowed++;
          }
          // Also those that others went on from: nothing of them was written over.
          for (const head of heads) expect(picture(head)).toEqual(picture(newHead(head.state, head.prices)));
          const last = heads.at(-1)!;
          const compact = replay(compactColumns(last.columns), last.prices, last.state);
          expect(picture({ ...last, ledger: compact })).toEqual(picture(last));
        },
      ),
      { seed: 311, numRuns: 300 },
    );
    // The property says nothing if everything was replayed whole.
    expect(counts.followed / counts.all).toBeGreaterThan(0.4);
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
              ...plainState,
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
            let ledger = replay(columns, prices, state);
            // The first edits write the checkpoints, late ones use them.
            for (const step of steps) {
              const late = { ...step, pick: state.entries.size - 1 - (step.pick % 400) };
              const { next, removed, saved } = changed(state, step.what === "move" ? step : late);
              state = next;
              columns = editColumns(columns, { removed, saved });
              const before = ledger;
              ledger = replay(columns, prices, state, before);
              const kept = ledger.instruments.some((instrument, position) => {
                const [first] = before.instruments[position]?.checkpoints ?? [];
                return (
                  first !== undefined &&
                  instrument !== before.instruments[position] &&
                  instrument?.checkpoints?.[0] === first
                );
              });
              if (kept) resumed++;
              const whole = replay(packed(state), prices, state);
              const span = { from: firstDay, to: longDay };
              expect(picture({ ledger, prices, valued: [valueDays(ledger, prices, span)] })).toEqual(
                picture({ ledger: whole, prices, valued: [valueDays(whole, prices, span)] }),
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
