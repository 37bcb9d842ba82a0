import { holdingsOn } from "../holdings/holdings-on.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { gainParts } from "../valuation/gain-parts.ts";
import type { ReportQuestion } from "./report-question.ts";

/** Where the gain of an instrument over the range came from, in the base currency: gain = price + currency + income. */
export interface GainLine {
  readonly instrument: InstrumentId;
  /** Undefined when a price, a rate or a cost is missing. */
  readonly parts: GainAmounts | undefined;
}

/** The parts of a gain, exact. */
export interface GainAmounts {
  readonly price: DecimalString;
  readonly currency: DecimalString;
  readonly income: DecimalString;
  readonly gain: DecimalString;
}

/** The gain of every instrument that was ever held in the scope, the range alone, realized or not. */
export function gainFigures({ ledger, prices, from, to, scope = {} }: ReportQuestion): GainLine[] {
  return holdingsOn(ledger, { ...scope, on: to }).map(({ instrument }) => {
    const parts = gainParts(ledger, prices, { ...scope, instrument, after: from, on: to });
    return { instrument, parts: parts && amountsOf(parts) };
  });
}

function amountsOf(parts: NonNullable<ReturnType<typeof gainParts>>): GainAmounts {
  return {
    price: parts.priceGain.toString(),
    currency: parts.currencyGain.toString(),
    income: parts.income.toString(),
    gain: parts.gain.toString(),
  };
}
