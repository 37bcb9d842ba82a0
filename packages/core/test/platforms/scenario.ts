import type { CostBasisMethod, Instrument, Ledger, PriceHistory, Transaction } from "@portfolio/core";
import type { Library } from "./library.ts";

const transactions: readonly Transaction[] = [
  { id: "pay-in", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "10000" },
  {
    id: "first",
    account: "broker",
    kind: "buy",
    tradeDate: "2026-01-05",
    currency: "EUR",
    instrument: "bakery",
    quantity: "3",
    unitPrice: "33.37",
    feeAmount: "1.50",
  },
  {
    id: "second",
    account: "broker",
    kind: "buy",
    tradeDate: "2026-01-06",
    currency: "EUR",
    instrument: "bakery",
    quantity: "7",
    unitPrice: "36.01",
  },
  {
    id: "dollars",
    account: "broker",
    kind: "buy",
    tradeDate: "2026-01-06",
    currency: "USD",
    instrument: "rocket",
    quantity: "0.123456789012345678",
    unitPrice: "1999.99",
    feeAmount: "0.35",
  },
  {
    id: "part",
    account: "broker",
    kind: "sell",
    tradeDate: "2026-01-07",
    currency: "EUR",
    instrument: "bakery",
    quantity: "4",
    unitPrice: "41",
    feeAmount: "1.50",
  },
];
const entered: Transaction = {
  id: "late",
  account: "broker",
  kind: "dividend",
  tradeDate: "2026-01-07",
  currency: "USD",
  instrument: "rocket",
  grossAmount: "12.34",
  taxAmount: "1.85",
};
const statement = `Transaction Date,Settlement Date,Action,Symbol,Description,Quantity,Price,Gross Amount,Commission,Net Amount,Currency,Activity Type,Account #,Account Type
2025-01-06 12:00:00 AM,2025-01-06 12:00:00 AM,DEP,,VIREMENT REÇU,0.00000,0.00000000,0.00,0.00,20000.00,CAD,Deposits,28000001,Individual Margin
2025-02-03 10:15:00 AM,2025-02-04 12:00:00 AM,Buy,EXB.TO,EXAMPLE BAKERIES INC COM,12.00000,50.00000000,-600.00,-4.95,-604.95,CAD,Trades,28000001,Individual Margin
`;
const on = "2026-01-08";
const range = { from: "2026-01-02", to: on };

/**
 * The same work on every platform: packs, replays, values, edits, measures, draws, explains, reads a file.
 *
 * Answers one text of everything that came out. Exact figures stand in it digit for digit; ratios with twelve digits, for
 * the last one of a power or a logarithm is the engine's own affair.
 */
export async function scenario(library: Library): Promise<string> {
  const fifo = figuresOf(library, "fifo");
  const averageCost = figuresOf(library, "average-cost");
  const { bytes, fileName, today } = { bytes: new TextEncoder().encode(statement), fileName: "a.csv", today: on };
  const read = await library.intake.readIntake({ bytes, fileName, today });
  const refusal = mistakeOf(library, () => library.core.decimal("a lot"));
  return JSON.stringify({ fifo, averageCost, read, keys: library.intake.draftKeys(read.drafts), refusal }, asText, 1);
}

function figuresOf({ core, measures, snapshot, explain }: Library, method: CostBasisMethod): object {
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
  const valuedBefore = core.valueDays(before, prices, range);
  const columns = core.editColumns(input.columns, { removed: ["first"], saved: [{ transaction: entered }] });
  const ledger = core.replayLedger({ ...input, columns }, before);
  const { valuation } = core.valueDays(ledger, prices, range, valuedBefore);
  const series = measures.valueSeries(valuation, core.externalFlows(ledger, prices));
  const returns = measures.dailyReturns(series);
  return {
    before: stateOf(core, before),
    valuationBefore: core.dailyValuation(before, prices, range),
    after: stateOf(core, ledger),
    valuation,
    anew: core.dailyValuation(core.replayLedger({ ...input, columns }), prices, range),
    cost: core.dailySeries(ledger, prices, range).cost,
    timeWeighted: measures.timeWeightedReturn(series),
    volatility: measures.volatility(returns, 252),
    sharpe: measures.sharpeRatio(returns, { riskFreeRate: 0.02 }, 252),
    deepest: measures.deepestDrawdown(returns),
    gain: measures.gainParts(ledger, prices, { instrument: "rocket", on }),
    moneyWeighted: measures.moneyWeightedReturn([
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

const instruments: readonly Instrument[] = [
  { id: "bakery", name: "Example Bakeries", ticker: "EXB", assetClass: "share", currency: "EUR" },
  { id: "rocket", name: "Example Rockets", ticker: "EXR", assetClass: "share", currency: "USD" },
];

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
