import { holdingsOn, type Ledger, rateTable, realizedGain, replayLedger } from "@portfolio/core";
import { type CheckValues, checkValuesOf, mustEqual, shapeName } from "../generated/check-values.ts";
import { columnsOf, instrumentCurrencies } from "../generated/core-input.ts";
import { generate, type Shape } from "../generated/generator.ts";
import { atLeast, type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";
import { medianTime, pairedTimes } from "../measure/paired-runs.ts";
import { decimalReplay, decimalTradesOf } from "./decimal-replay.ts";
import { floatReplay } from "./float-replay.ts";

const shapes: readonly (Shape & { readonly budget?: number })[] = [
  { transactions: 10_000, instruments: 50, years: 20 },
  { transactions: 100_000, instruments: 50, years: 20, budget: 8 },
  { transactions: 100_000, instruments: 500, years: 20 },
];

/** W1: replay by average cost, all instruments in the base currency, from packed columns. */
export const averageCostReplay: Workload = { title: "average-cost replay", run: () => shapes.flatMap(rowsOf) };

function rowsOf({ budget, ...shape }: Shape & { readonly budget?: number }): BenchRow[] {
  const portfolio = generate(shape);
  const expected = checkValuesOf(portfolio);
  const name = shapeName(portfolio);
  const input = {
    columns: columnsOf(portfolio, "USD"),
    instrumentCurrencies: instrumentCurrencies(shape.instruments, "USD"),
    baseCurrency: "USD",
    rates: rateTable([]),
  };
  const trades = decimalTradesOf(portfolio);
  checkLedger(replayLedger(input), expected);
  checkDecimals(decimalReplay(trades), expected);
  const times = pairedTimes(
    () => decimalReplay(trades),
    () => replayLedger(input),
  );
  const title = `B1 average-cost replay ${name}, from packed columns`;
  const ratioTo = "decimal.js 34 digits, from Decimal objects";
  return [
    budget === undefined
      ? plainRow(title, times.baselineOverOurs, "x", ratioTo)
      : atLeast(budget, title, times.baselineOverOurs, "x", ratioTo),
    plainRow(`replay ${name}, ours`, times.oursMs, "ms"),
    plainRow(`replay ${name}, decimal.js`, times.baselineMs, "ms"),
    plainRow(
      `replay ${name}, float64 loop`,
      medianTime(() => floatReplay(portfolio)),
      "ms",
    ),
  ];
}

function checkLedger(ledger: Ledger, expected: CheckValues): void {
  const holdings = holdingsOn(ledger);
  mustEqual("The number of issues", ledger.issues.length, 0);
  mustEqual(
    "The quantity left",
    sumAt(
      4,
      holdings.map(({ quantity }) => quantity),
    ),
    expected.quantityLeft,
  );
  mustEqual(
    "The average cost left",
    sumAt(
      24,
      holdings.map(({ costBasis }) => costBasis),
    ),
    expected.averageCostLeft,
  );
  mustEqual("The realized gain", sumAt(24, [realizedGain(ledger).base!]), expected.realizedGain);
}

/** A sum of decimals as an integer at a scale that holds all of them. */
function sumAt(scale: number, values: readonly { toFixed(digits: number): string }[]): bigint {
  return values.reduce((sum, value) => sum + BigInt(value.toFixed(scale).replace(".", "")), 0n);
}

/** The baseline did the same work when its sums agree to twelve digits. */
function checkDecimals({ costLeft, realizedGain }: ReturnType<typeof decimalReplay>, expected: CheckValues): void {
  mustEqual("The cost left by decimal.js", costLeft.toPrecision(12), textOf(expected.averageCostLeft));
  mustEqual("The gain by decimal.js", realizedGain.toPrecision(12), textOf(expected.realizedGain));
}

/** Digits at 1e-24, rounded to twelve significant ones. */
function textOf(digits: bigint): string {
  return (Number(digits) / 1e24).toPrecision(12);
}
