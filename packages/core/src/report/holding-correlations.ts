import { type CorrelationMatrix, correlationMatrix } from "../benchmark/correlation-matrix.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import { linkToTradingDays } from "../returns/link-to-trading-days.ts";
import type { LineSeries } from "../series/line-series.ts";
import type { MeasuredRange } from "../snapshot/measured-range.ts";
import { marketValueOn } from "../valuation/value-on.ts";
import type { ReportQuestion } from "./report-question.ts";

/** Correlations that are gathered while lines pass by: all of them at once would fill the memory. */
export interface CorrelationsInPassing {
  /** The same lines, one after the other. */
  readonly lines: Iterable<LineSeries>;
  /** What was gathered, once all lines have passed. */
  readonly correlations: () => CorrelationMatrix;
}

/**
 * Correlations of the returns of the largest holdings of the last day, on the trading days of a range, each over the days
 * on which both were held; the largest first.
 */
export function holdingCorrelations(
  lines: Iterable<LineSeries>,
  { isTrading }: MeasuredRange,
  question: ReportQuestion,
): CorrelationsInPassing {
  const largest = largestHoldings(question);
  const returns = new Map<string, Float64Array>();
  function* passing(): Generator<LineSeries> {
    for (const line of lines) {
      const { instrument } = line;
      if (instrument !== undefined && largest.includes(instrument)) returns.set(instrument, returnsOf(line, isTrading));
      yield line;
    }
  }
  const known = (): InstrumentId[] => largest.filter((name) => returns.has(name));
  const passed = passing();
  return {
    lines: passed,
    correlations: () => {
      // Whoever looked at the lines may have stopped at one that is not known.
      while (passed.next().done !== true);
      return correlationMatrix(known().map((name) => ({ name, returns: returns.get(name)! })));
    },
  };
}

function largestHoldings({ ledger, prices, to, scope = {}, correlated }: ReportQuestion): InstrumentId[] {
  return holdingsOn(ledger, { ...scope, on: to })
    .flatMap((holding) => {
      const { base } = marketValueOn(ledger, prices, holding, to);
      return base === undefined || base.isZero() ? [] : [{ instrument: holding.instrument, value: base }];
    })
    .sort((a, b) => b.value.comparedTo(a.value))
    .slice(0, correlated)
    .map(({ instrument }) => instrument);
}

/** NaN, not known, on days on which nothing was held. */
function returnsOf({ gains, atWork }: LineSeries, isTrading: ArrayLike<number>): Float64Array {
  const daily = gains.map((gain, d) => (atWork[d]! > 0 ? gain / atWork[d]! : Number.NaN));
  return linkToTradingDays(daily, isTrading);
}
