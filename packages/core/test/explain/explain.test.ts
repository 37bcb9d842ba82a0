import { packTransactions, rateTable, replayLedger } from "@portfolio/core";
import { explain, type Figure, type Trail } from "@portfolio/core/explain";
import { describe, expect, it } from "vitest";
import { type LedgerOf, ledgerOf, pricesFrom } from "../support/build.ts";
import { checkTrail } from "./check-trail.ts";

const trade = { account: "A", instrument: "X", currency: "EUR" };

/** The lines of a trail that matter to a reader: label, value, how. */
function linesOf(trail: Trail, depth = 9): string[] {
  const own = `${trail.label}: ${trail.value ?? `missing (${trail.missing})`} [${trail.operation}]`;
  return depth === 0
    ? [own]
    : [own, ...trail.inputs.flatMap((input) => linesOf(input, depth - 1).map((line) => `  ${line}`))];
}

function explained(of: LedgerOf, figure: Figure): Trail {
  const trail = explain(ledgerOf(of), pricesFrom(of.closes), figure);
  expect(checkTrail(trail, of)).toMatchObject({ faults: [], recorded: 0 });
  expect(structuredClone(trail)).toEqual(trail);
  return trail;
}

describe("explain", () => {
  it("shows what a holding cost: purchases with their fees, and the share that a sale took", () => {
    const transactions = [
      { ...trade, id: "b", kind: "buy", tradeDate: "2025-01-03", quantity: "10", unitPrice: "100", feeAmount: "5" },
      { ...trade, id: "s", kind: "sell", tradeDate: "2025-02-03", quantity: "4", unitPrice: "120" },
    ];
    const trail = explained({ transactions }, { figure: "costBasis", instrument: "X" });
    expect(linesOf(trail)).toEqual([
      "Cost basis of X: 603 [sum]",
      "  Cost in A: 603 [sum]",
      "    Purchase of 10 at 100 on 2025-01-03: 1005 [sum]",
      "      Amount of purchase on 2025-01-03: 1005 [sum]",
      "        Gross amount: 1000 [product]",
      "          Quantity of purchase on 2025-01-03: 10 [stated]",
      "          Unit price of purchase on 2025-01-03: 100 [stated]",
      "        Fee of purchase on 2025-01-03: 5 [stated]",
      "    Cost that went with sale on 2025-02-03: -402 [negated]",
      "      Share of the cost of 4 units: 402 [rounded-share]",
      "        Cost before sale of 2025-02-03: 1005 [running-total]",
      "        Quantity of sale on 2025-02-03: 4 [stated]",
      "        Units held before sale of 2025-02-03: 10 [running-total]",
    ]);
    const fee = trail.inputs[0]!.inputs[0]!.inputs[0]!.inputs[1]!;
    expect(fee.source).toEqual({ kind: "transaction", id: "b", date: "2025-01-03", field: "feeAmount" });
  });

  it("names the lots that a sale took", () => {
    const transactions = [
      { ...trade, id: "b1", kind: "buy", tradeDate: "2025-01-03", quantity: "2", unitPrice: "100" },
      { ...trade, id: "b2", kind: "buy", tradeDate: "2025-01-04", quantity: "3", unitPrice: "110" },
      { ...trade, id: "s", kind: "sell", tradeDate: "2025-02-03", quantity: "3", unitPrice: "120" },
    ];
    const trail = explained(
      { transactions, method: "fifo" },
      { figure: "realizedGain", instrument: "X", in: "native" },
    );
    expect(linesOf(trail).slice(6)).toEqual([
      "    Cost of what went on 2025-02-03: 310 [sum]",
      "      Lots taken by sale on 2025-02-03: 310 [sum]",
      "        All that was left of the lot of 2025-01-03: 200 [sum]",
      "          Cost of the lot of 2025-01-03: 200 [running-total]",
      "        Share of the lot of 2025-01-04: 110 [rounded-share]",
      "          Cost of the lot of 2025-01-04: 330 [running-total]",
      "          Units from the lot of 2025-01-04: 1 [difference]",
      "            Quantity of sale on 2025-02-03: 3 [stated]",
      "            Units of the lot of 2025-01-03: 2 [running-total]",
      "          Units of the lot of 2025-01-04: 3 [running-total]",
    ]);
  });

  it("says which rate counted, and by which path: recorded, direct, inverse, through a third currency", () => {
    const transactions = [
      { ...trade, id: "b", kind: "buy", tradeDate: "2025-01-03", currency: "USD", quantity: "1", grossAmount: "100" },
    ];
    const cost = { figure: "costBasis", instrument: "X" } as const;
    const base = { transactions, currencies: { X: "USD" } };
    const rateLines = (of: LedgerOf): string[] =>
      linesOf(explained(of, cost))
        .slice(5)
        .map((line) => line.trim());
    expect(rateLines({ ...base, rates: { "USD/EUR": [["2025-01-02", "0.9"]] } })).toEqual([
      "EUR for one USD on 2025-01-02: 0.9 [stated]",
    ]);
    expect(rateLines({ ...base, rates: { "EUR/USD": [["2025-01-02", "1.25"]] } })).toEqual([
      "EUR for one USD, from the rate of the other direction: 0.8 [quotient]",
      "One: 1 [stated]",
      "USD for one EUR on 2025-01-02: 1.25 [stated]",
    ]);
    const cross: LedgerOf = {
      ...base,
      rates: { "USD/CHF": [["2025-01-02", "0.8"]], "EUR/CHF": [["2025-01-01", "0.9"]] },
    };
    expect(rateLines(cross)).toEqual([
      "EUR for one USD, through CHF: 0.8888888888888888888888888888888889 [quotient]",
      "CHF for one USD on 2025-01-02: 0.8 [stated]",
      "CHF for one EUR on 2025-01-01: 0.9 [stated]",
    ]);
    const recorded = { ...base, transactions: [{ ...transactions[0], exchangeRate: "0.95" }] };
    expect(rateLines(recorded)).toEqual(["EUR for one USD, as recorded on purchase of 2025-01-03: 0.95 [stated]"]);
    expect(rateLines(base)).toEqual(["No rate of USD to EUR on or before 2025-01-03: missing (missing-rate) [stated]"]);
  });

  it("leads from a figure without a value to the close that is missing, and says what is known of a total", () => {
    const transactions = [
      { ...trade, id: "d", instrument: undefined, kind: "deposit", tradeDate: "2025-01-02", grossAmount: "500" },
      { ...trade, id: "b", kind: "buy", tradeDate: "2025-01-03", quantity: "1", unitPrice: "100" },
    ];
    const trail = explained({ transactions }, { figure: "totalValue", on: "2025-01-05" });
    expect(trail).toMatchObject({ missing: "missing-price", known: "400" });
    expect(trail.value).toBeUndefined();
    expect(linesOf(trail)).toContain("    No close of X on or before 2025-01-05: missing (missing-price) [stated]");
  });

  it("gives a close its day and origin, and instruments and accounts their names", () => {
    const of = {
      transactions: [{ ...trade, id: "b", kind: "buy", tradeDate: "2025-01-03", quantity: "2", unitPrice: "100" }],
      closes: { X: [["2025-01-04", "101"]] as [string, string][] },
    };
    const options = { nameOf: () => "Apple", accountNameOf: () => "Broker", priceOriginOf: () => "yahoo" };
    const figure = { figure: "marketValue", instrument: "X", on: "2025-01-06" } as const;
    const trail = explain(ledgerOf(of), pricesFrom(of.closes), figure, options);
    expect(linesOf(trail, 2)).toEqual([
      "Market value of Apple: 202 [product]",
      "  Units of Apple: 2 [sum]",
      "    Units in Broker: 2 [sum]",
      "  Close of Apple on 2025-01-04: 101 [stated]",
    ]);
    expect(trail.inputs[1]!.source).toEqual({ kind: "price", instrument: "X", date: "2025-01-04", origin: "yahoo" });
    expect(trail.code).toBe("market-value");
    expect(() => explain(ledgerOf(of), new Map(), { figure: "quantity", instrument: "Z" })).toThrow(/no instrument/);
  });

  it("says where the ledger books an unknown cost as nothing", () => {
    const transactions = [
      { id: "d", account: "A", instrument: "X", kind: "delivery-in", tradeDate: "2025-01-03", quantity: "2" },
    ];
    const trail = explained({ transactions }, { figure: "costBasis", instrument: "X", in: "native" });
    expect(trail).toMatchObject({ value: "0", incomplete: "missing-cost" });
  });

  it("runs as its documentation shows", () => {
    const columns = packTransactions([
      {
        id: "b",
        kind: "buy",
        account: "A",
        tradeDate: "2025-01-03",
        instrument: "X",
        quantity: "10",
        unitPrice: "100",
        currency: "EUR",
      },
      {
        id: "s",
        kind: "sell",
        account: "A",
        tradeDate: "2025-02-03",
        instrument: "X",
        quantity: "4",
        unitPrice: "120",
        currency: "EUR",
      },
    ]);
    const instrumentCurrencies = new Map([["X", "EUR"]]);
    const ledger = replayLedger({ columns, instrumentCurrencies, baseCurrency: "EUR", rates: rateTable([]) });
    const trail = explain(ledger, new Map(), { figure: "costBasis", instrument: "X" });
    expect(trail.value).toBe("600");
    expect(trail.inputs[0]?.inputs.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      "Purchase of 10 at 100 on 2025-01-03: 1000",
      "Cost that went with sale on 2025-02-03: -400",
    ]);
  });
});

describe("the size of a trail", () => {
  it.each(["average-cost", "fifo", "lifo", "specific-lots"] as const)(
    "%s: grows with the transactions, and is never nested by them",
    (method) => {
      const figures: Figure[] = [
        { figure: "costBasis", instrument: "X" },
        { figure: "realizedGain" },
        { figure: "priceGain", instrument: "X", on: "2025-12-31" },
        { figure: "totalValue", on: "2025-12-31" },
      ];
      const sizes = [1000, 20_000].map((count) => {
        const of = {
          transactions: manyTrades(count),
          closes: { X: [["2025-01-01", "7"]] as [string, string][] },
          method,
        };
        const ledger = ledgerOf(of);
        return figures.map((figure) => {
          const trail = explain(ledger, pricesFrom(of.closes), figure);
          // The large one is only measured: the fractions of the check are slow.
          const check = count === 1000 ? checkTrail(trail, of) : { faults: [], recorded: 0 };
          expect(check).toMatchObject({ faults: [], recorded: 0 });
          return sizeOf(trail);
        });
      });
      figures.forEach((_, i) => {
        const [small, large] = [sizes[0]![i]!, sizes[1]![i]!];
        expect(large.nodes).toBeGreaterThan(20_000);
        expect(large.nodes).toBeLessThan(small.nodes * 20.5);
        expect(large.nodes).toBeLessThan(20_000 * 25);
        expect(large.depth).toBe(small.depth);
      });
    },
    120_000,
  );
});

function sizeOf({ inputs }: Trail): { nodes: number; depth: number } {
  let [nodes, depth] = [1, 0];
  for (const size of inputs.map(sizeOf)) {
    nodes += size.nodes;
    depth = Math.max(depth, size.depth);
  }
  return { nodes, depth: depth + 1 };
}

/** Three purchases of 2 and a sale of 5, over and over, all on few days. */
function manyTrades(count: number): object[] {
  return Array.from({ length: count }, (_, i) => {
    const isSale = i % 4 === 3;
    const tradeDate = `2025-${String(1 + Math.floor((i * 12) / count)).padStart(2, "0")}-03`;
    return {
      ...trade,
      id: `t${i}`,
      kind: isSale ? "sell" : "buy",
      tradeDate,
      time: "10:00",
      quantity: isSale ? "5" : "2",
      unitPrice: String(3 + (i % 7)),
    };
  });
}

describe("the check of a trail", () => {
  const transactions = [
    { ...trade, id: "b", kind: "buy", tradeDate: "2025-01-03", quantity: "3", unitPrice: "100" },
    { ...trade, id: "s", kind: "sell", tradeDate: "2025-02-03", quantity: "1", unitPrice: "120" },
  ];
  const of = { transactions, closes: { X: [["2025-02-03", "121"]] as [string, string][] } };
  const figure = { figure: "unrealizedGain", instrument: "X", on: "2025-02-04" } as const;

  /** Every node of a trail, each changed in turn. */
  function* planted(trail: Trail, change: (node: Trail) => Trail): Generator<Trail> {
    yield change(trail);
    for (const [i, input] of trail.inputs.entries())
      for (const inner of planted(input, change)) yield { ...trail, inputs: trail.inputs.with(i, inner) };
  }

  it("finds a wrong value wherever it is planted", () => {
    const trail = explained(of, figure);
    const wrong = [...planted(trail, (node) => ({ ...node, value: `${node.value}1` }))];
    expect(wrong.length).toBeGreaterThan(15);
    // A running total that nothing is computed from is only caught against the history, which the property tests do.
    expect(wrong.filter((root) => checkTrail(root, of).faults.length === 0)).toEqual([]);
  });

  it("finds a lost input, another operation and a source that is not in the data", () => {
    const trail = explained(of, figure);
    const lost = [
      ...planted(trail, (node) => (node.inputs.length < 2 ? node : { ...node, inputs: node.inputs.slice(1) })),
    ];
    expect(lost.filter((root) => checkTrail(root, of).faults.length > 0).length).toBeGreaterThan(4);
    const negated = { ...trail, operation: "sum" as const };
    expect(checkTrail(negated, of).faults).not.toEqual([]);
    expect(checkTrail(trail, { ...of, closes: { X: [["2025-02-02", "121"]] } }).faults).not.toEqual([]);
    expect(checkTrail(trail, { ...of, transactions: transactions.slice(1) }).faults).not.toEqual([]);
  });

  it("notices a last digit that was rounded the other way", () => {
    const trail = explained(
      { transactions: [{ ...transactions[0], quantity: "7", grossAmount: "100" }, transactions[1]!] },
      { figure: "costBasis", instrument: "X" },
    );
    const share = trail.inputs[0]!.inputs[1]!.inputs[0]!;
    expect(share).toMatchObject({
      operation: "rounded-share",
      value: "14.285714285714285714285714",
      rounding: { mode: "half-even", scale: 24 },
    });
    expect(checkTrail({ ...share, value: "14.285714285714285714285715" }, { transactions }).faults[0]).toMatch(
      /does not follow/,
    );
  });
});
