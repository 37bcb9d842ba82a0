import { type CostBasisMethod, type Ledger, type LedgerInput, rateTable, replayLedger } from "@portfolio/core";
import { columnsOf, type GeneratedPortfolio, instrumentCurrencies } from "@portfolio/generated-portfolio";
import { atLeast, type BenchRow, plainRow } from "../measure/bench-row.ts";
import { type Effort, interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { tradesName } from "../measure/trades-name.ts";
import { mustBeClose } from "../measure/wrong-answer.ts";
import { checkLedger } from "./check-ledger.ts";
import { decimalFifo } from "./decimal-fifo.ts";
import { decimalReplay, decimalTradesOf } from "./decimal-replay.ts";
import { expectedLedger, type ExpectedLedger } from "./expected-ledger.ts";
import { floatFifo } from "./float-fifo.ts";
import { floatReplay } from "./float-replay.ts";

/** What is replayed how, and how often. */
export interface ReplayRun {
  readonly method: Extract<CostBasisMethod, "average-cost" | "fifo">;
  readonly effort: Effort;
  /** The budget B1, where the shape has it. */
  readonly budget?: number;
}

/** The replay of a generated portfolio, all instruments in the base currency. */
export function replayInput(portfolio: GeneratedPortfolio, method: CostBasisMethod): LedgerInput {
  return {
    columns: columnsOf(portfolio, "USD"),
    instrumentCurrencies: instrumentCurrencies(portfolio.shape.instruments, "USD"),
    baseCurrency: "USD",
    rates: rateTable([]),
    method,
  };
}

/** W1 and W1F: replay from packed columns beside a loop in doubles and one in decimal.js. Runs in Node and in a page. */
export function replayRows(portfolio: GeneratedPortfolio, { method, effort, budget }: ReplayRun): BenchRow[] {
  const expected = expectedLedger(portfolio, method);
  const input = replayInput(portfolio, method);
  const trades = decimalTradesOf(portfolio);
  const sides = {
    decimal: () => (method === "fifo" ? decimalFifo(trades) : decimalReplay(trades)),
    float: () => (method === "fifo" ? floatFifo(portfolio) : floatReplay(portfolio)),
    ours: (): Ledger => replayLedger(input),
  };
  checkLedger(sides.ours(), expected);
  checkBaseline("decimal.js", sides.decimal(), expected, 1e-12);
  checkBaseline("float64", sides.float(), expected, 1e-9);
  const { decimal, float, ours } = interleaved(sides, effort);
  const name = `${method === "fifo" ? "FIFO" : "average-cost"} replay ${tradesName(portfolio.shape)}`;
  const overDecimal = "decimal.js loop, 34 digits, from Decimal objects";
  return [
    budget === undefined
      ? plainRow(`${name}, from packed columns`, medianRatio(decimal, ours), "x", overDecimal)
      : atLeast(budget, `B1 ${name}, from packed columns`, medianRatio(decimal, ours), "x", overDecimal),
    plainRow(`${name}, ours longer than floats`, medianRatio(ours, float), "x", "float64 loop, not exact"),
    plainRow(`${name}, ours`, median(ours), "ms"),
    plainRow(`${name}, decimal.js`, median(decimal), "ms"),
    plainRow(`${name}, float64 loop`, median(float), "ms"),
  ];
}

/** A baseline did the same work when its sums agree to its precision. */
function checkBaseline(
  who: string,
  sums: { readonly costLeft: { valueOf(): number | string }; readonly realizedGain: { valueOf(): number | string } },
  expected: ExpectedLedger,
  tolerance: number,
): void {
  mustBeClose(`The cost left by ${who}`, Number(sums.costLeft), Number(expected.costLeft) / 1e24, tolerance);
  mustBeClose(`The gain by ${who}`, Number(sums.realizedGain), Number(expected.realizedGain) / 1e24, tolerance);
}
