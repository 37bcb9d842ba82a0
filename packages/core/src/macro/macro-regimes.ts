import type { PlainDate } from "../calendar/plain-date.ts";
import { checkedArgument } from "../outcome/checked-argument.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { type Indicator, monthName, type MonthNumber } from "./indicator.ts";
import { completeOn, compositeOf, type Readings } from "./macro-composite.ts";
import { type MacroRegime, regimeOf } from "./macro-regime.ts";
import { indicatorReadings } from "./transformed-indicator.ts";

/** What a month said when its last indicator came out. */
export interface RegimeMonth {
  /** "2026-09". */
  readonly month: string;
  /** The day on which all its indicators were known. */
  readonly publishedOn: PlainDate;
  /** The mean of the z-scores. */
  readonly composite: Measured;
  /** What the month looks like by itself. */
  readonly signal: Measured<MacroRegime>;
  /** The regime that holds from that day on: one that two months in a row have shown. */
  readonly regime: Measured<MacroRegime>;
}

/** The regimes of an economy. */
export interface MacroRegimes {
  /** In the order of publication. */
  readonly months: readonly RegimeMonth[];
  /** Whether values were revised after publication: then regimes know what nobody knew at the time. */
  readonly revised: boolean;
}

/** The rule that the caller has to choose. */
export interface MacroRegimesQuery {
  /** How many months of the ten years an indicator must have at least, from 2 to 120. */
  readonly leastMonths: number;
}

/**
 * Macro regimes by month, each from what was known on the day of its publication: nothing published later changes them.
 *
 * The composite is the mean of the indicators' z-scores, each over the ten years known then. Above 0 and not below three
 * months before is an expansion, above and lower a slowdown, below and lower a contraction, below and not lower a
 * recovery. A regime holds once two months in a row show it.
 *
 * Shape: a month counts when every indicator has a reading of it.
 * Undefined: composite: fewer readings than `leastMonths` -> `too-few-observations`, none that differ -> `no-variation`;
 * signal: no composite of the month or of three months before; regime: none confirmed yet -> `too-few-observations`.
 * Cost: O(months x 120 x indicators).
 *
 * @throws {PortfolioError} `argument-out-of-range`: `leastMonths` is no whole number from 2 to 120, or there is no
 *   indicator; `invalid-date`; `date-out-of-range`: a value was published before its month began
 * @see docs/methods/macro-regimes.md
 */
export function macroRegimes(indicators: readonly Indicator[], { leastMonths }: MacroRegimesQuery): MacroRegimes {
  const isLeast = Number.isSafeInteger(leastMonths) && leastMonths >= 2 && leastMonths <= 120;
  checkedArgument("leastMonths", leastMonths, isLeast, "Give a whole number of months from 2 to 120.");
  checkedArgument("indicators", indicators.length, indicators.length > 0, "Give at least one indicator.");
  const readings = indicators.map(indicatorReadings);
  const revised = indicators.some(({ vintage }) => vintage === "revised");
  return { months: monthsOf(readings, leastMonths), revised };
}

/** A month and the day on which it was complete. */
interface CompleteMonth {
  readonly month: MonthNumber;
  readonly publishedOn: PlainDate;
}

function completeMonths(readings: readonly Readings[]): CompleteMonth[] {
  const months = [...readings[0]!.keys()].flatMap((month) => {
    const publishedOn = completeOn(readings, month);
    return publishedOn === undefined ? [] : [{ month, publishedOn }];
  });
  return months.toSorted((a, b) =>
    a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : a.month - b.month,
  );
}

/** Walks the months as they came out: what came out before is all that one may look at. */
function monthsOf(readings: readonly Readings[], leastMonths: number): RegimeMonth[] {
  const composites = new Map<MonthNumber, Measured>();
  const signals = new Map<MonthNumber, Measured<MacroRegime>>();
  let regime: Measured<MacroRegime> = unmeasured("too-few-observations");
  let latest = -Infinity;
  return completeMonths(readings).map(({ month, publishedOn }) => {
    const composite = compositeOf(readings, month, publishedOn, leastMonths);
    const signal = signalOf(composite, composites.get(month - 3));
    composites.set(month, composite);
    signals.set(month, signal);
    // A month that comes out after a later one is too old to change the regime.
    if (month > latest && signal.value !== undefined && signals.get(month - 1)?.value === signal.value) regime = signal;
    latest = Math.max(latest, month);
    return { month: monthName(month), publishedOn, composite, signal, regime };
  });
}

function signalOf(composite: Measured, before: Measured = unmeasured("too-few-observations")): Measured<MacroRegime> {
  if (composite.value === undefined) return composite;
  return before.value === undefined ? before : measured(regimeOf(composite.value, before.value));
}
