import type { CostBasisMethod, Ledger, PriceHistory } from "@portfolio/core";
import type { Library } from "./library.ts";
import { entered, instruments, statement, transactions } from "./scenario-data.ts";

const on = "2026-01-08";
const range = { from: "2026-01-02", to: on };

/**
 * The same work on every platform: packs, replays, values, edits, measures, draws, explains, reads a file.
 *
 * Answers one text of everything that came out. Exact figures stand in it digit for digit, random paths bit for bit; ratios with twelve digits, for
 * the last one of a power or a logarithm is the engine's own affair.
 */
export async function scenario(library: Library): Promise<string> {
  const fifo = figuresOf(library, "fifo");
  const averageCost = figuresOf(library, "average-cost");
  const { bytes, fileName, today } = { bytes: new TextEncoder().encode(statement), fileName: "a.csv", today: on };
  const read = await library.intake.readIntake({ bytes, fileName, today });
  const refusal = mistakeOf(library, () => library.core.decimal("a lot"));
  // An entry point throws the same class as the main one exports.
  const { core, explain } = library;
  const input = { instrumentCurrencies: new Map(), baseCurrency: "EUR", rates: core.rateTable([]) };
  const empty = core.replayLedger({ ...input, columns: core.packTransactions([]) });
  const figure = { figure: "costBasis", instrument: "nobody" } as const;
  const unknown = mistakeOf(library, () => explain.explain(empty, new Map(), figure));
  return JSON.stringify(
    { fifo, averageCost, read, keys: library.intake.draftKeys(read.drafts), refusal, unknown, paths: pathsOf(library) },
    asText,
    1,
  );
}

function figuresOf({ core, edits, measures, snapshot, explain }: Library, method: CostBasisMethod): object {
  const prices = new Map<string, PriceHistory>([
    [
      "bakery",
      core.priceHistory([
        ["2026-01-05", "33.5"],
        ["2026-01-07", "41.2"],
        ["2026-01-08", "40.95"],
      ]),
    ],
    [
      "rocket",
      core.priceHistory([
        ["2026-01-06", "2000.01"],
        ["2026-01-08", "1850"],
      ]),
    ],
  ]);
  const input = {
    columns: core.packTransactions(transactions),
    instrumentCurrencies: new Map([
      ["bakery", "EUR"],
      ["rocket", "USD"],
    ]),
    baseCurrency: "EUR",
    method,
    rates: core.rateTable([
      core.rateHistory("EUR", "USD", [
        ["2026-01-02", "1.0837"],
        ["2026-01-08", "1.0912"],
      ]),
    ]),
  };
  const before = core.replayLedger(input);
  const valuedBefore = edits.valueDays(before, prices, range);
  const columns = edits.editColumns(input.columns, { removed: ["first"], saved: [{ transaction: entered }] });
  const ledger = edits.followLedger(before, { ...input, columns });
  const { valuation } = edits.valueDays(ledger, prices, range, valuedBefore);
  const series = measures.valueSeries(valuation, core.externalFlows(ledger, prices));
  const returns = measures.dailyReturns(series);
  return {
    before: stateOf(core, before),
    valuationBefore: core.dailyValuation(before, prices, range),
    after: stateOf(core, ledger),
    valuation,
    anew: core.dailyValuation(core.replayLedger({ ...input, columns }), prices, range),
    cost: measures.dailySeries(ledger, prices, range).cost,
    timeWeighted: measures.timeWeightedReturn(series),
    volatility: measures.volatility(returns, 252),
    sharpe: measures.sharpeRatio(returns, { riskFreeRate: 0.02 }, 252),
    deepest: measures.deepestDrawdown(returns),
    gain: measures.gainParts(ledger, prices, { instrument: "rocket", on }),
    moneyWeighted: measures.xirr([
      { day: 0, amount: -1000 },
      { day: 400, amount: 1234.5 },
    ]),
    picture: snapshot.holdingsSnapshot({
      ledger,
      prices,
      instruments: new Map(instruments.map((instrument) => [instrument.id, instrument])),
      priceOrigins: new Map(),
      date: on,
      revision: 1,
    }),
    trail: explain.explain(ledger, prices, { figure: "totalValue", on }),
  };
}

/** Random paths, as the bits of their doubles: not even the last one may differ. */
function pathsOf({ planning }: Library): object {
  const each = { firstPeriod: 1, lastPeriod: Infinity, everyPeriods: 1, timing: "end", growth: "inflation" } as const;
  const rates = { annualFeeRate: 0.003, annualInflationRate: 0.021 };
  const plan = { startValue: 1000, periods: 120, periodsPerYear: 12, payments: [{ ...each, amount: -5 }], ...rates };
  const model = { annualReturn: 0.06, annualVolatility: 0.17 };
  const returns = Float64Array.from({ length: 36 }, (_, i) => ((i * 7) % 11) / 100 - 0.045);
  return [
    { kind: "normal", ...model } as const,
    { kind: "student", ...model, degreesOfFreedom: 4 } as const,
    { kind: "block-bootstrap", returns, blockLength: 6 } as const,
  ].map((one) => {
    const outcomes = planning.monteCarlo(plan, one, {
      pathCount: 50,
      seed: 2026,
      shares: [0.1, 0.5],
      goals: [],
    }).value!;
    const { bands, endValues, maxDrawdowns } = outcomes;
    return [endValues, maxDrawdowns, ...bands.map(({ realValues }) => realValues)].map(bitsOf);
  });
}

function bitsOf(values: Float64Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function stateOf(core: Library["core"], ledger: Ledger): object {
  const { holdingsOn, lotsOn, disposalsOf, cashBalancesOn, realizedGain } = core;
  return {
    holdings: holdingsOn(ledger),
    lots: lotsOn(ledger),
    disposals: disposalsOf(ledger),
    cash: cashBalancesOn(ledger),
    realized: realizedGain(ledger),
    issues: ledger.issues,
  };
}

function mistakeOf({ core }: Library, work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof core.PortfolioError ? { code: error.code, detail: error.detail } : String(error);
  }
}

function asText(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Number.isInteger(value) ? value : value.toPrecision(12);
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
  if (ArrayBuffer.isView(value)) return [value.constructor.name, ...(value as Float64Array)];
  return value;
}
