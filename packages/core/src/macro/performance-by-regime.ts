import { type PlainDate, plainDate, toEpochDay } from "../calendar/plain-date.ts";
import { type Measured, unmeasured } from "../outcome/measured.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { annualizeByDays } from "../returns/annualize.ts";
import { cumulativeReturn } from "../returns/cumulative-return.ts";
import { maxDrawdown } from "../risk/drawdown.ts";
import { volatility } from "../risk/volatility.ts";
import { checkedDates } from "../series/checked-dates.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";
import { type MacroRegime, macroRegimeNames } from "./macro-regime.ts";
import type { MacroRegimes } from "./macro-regimes.ts";
import { regimeOn } from "./regime-on.ts";

/** How a portfolio did while a regime held. */
export interface RegimePerformance {
  readonly regime: MacroRegime;
  /** All returns of its days linked, over all its spells. */
  readonly linkedReturn: Measured;
  /** The same restated per year of the days in it. */
  readonly annualizedReturn: Measured;
  readonly volatility: Measured;
  /** The deepest fall within one of its spells; each spell begins at its own peak. */
  readonly worstDrawdown: Measured;
  readonly days: number;
  /** Days in it as a share of all days, those without a regime too. */
  readonly shareOfTime: number;
  readonly returnCount: number;
  /** How many times it held, without a break in between. */
  readonly spellCount: number;
}

/** Performance by regime, and what had none. */
export interface PerformanceByRegime {
  readonly regimes: readonly RegimePerformance[];
  readonly daysWithoutRegime: number;
  /** As in {@link MacroRegimes}: figures from revised values. */
  readonly revised: boolean;
}

/** When the returns were made. */
export interface RegimeReturns {
  readonly returns: ArrayLike<number>;
  /** The day on which each return was complete, ascending. */
  readonly dates: readonly PlainDate[];
  /** The day whose closing value the first return starts from. */
  readonly startDate: PlainDate;
  readonly periodsPerYear: number;
}

/** Returns in a row under one regime; `regime` is undefined when none is known. */
interface Spell {
  readonly regime: MacroRegime | undefined;
  readonly returns: number[];
  days: number;
}

/**
 * Performance by regime: return, volatility and drawdown of the days on which each regime held.
 *
 * A return belongs to the regime of the day on which it was complete, and stands for the days since the one before.
 *
 * Units: fractions; the annualized return by calendar days, (1 + R)^(365 / days) - 1, volatility by `periodsPerYear`.
 * Shape: one date for each return, ascending. All four regimes are answered, in their order.
 * Undefined: a regime without returns -> `too-few-observations` (volatility: fewer than two); an unknown return among its
 * own -> `missing-price` (volatility leaves it out); more than everything lost -> `no-capital`.
 *
 * @throws {PortfolioError} `length-mismatch`: not one date for each return; `invalid-date`; `unsorted-series`: dates do
 *   not ascend; `date-out-of-range`: the start is not before the first; `argument-out-of-range`: `periodsPerYear` is not
 *   above 0
 * @see docs/methods/macro-regimes.md
 */
export function performanceByRegime(dated: RegimeReturns, regimes: MacroRegimes): PerformanceByRegime {
  checkedPeriodsPerYear(dated.periodsPerYear);
  const spells = spellsOf(dated, regimes);
  const daysOf = (some: readonly Spell[]): number => some.reduce((sum, { days }) => sum + days, 0);
  const allDays = daysOf(spells);
  return {
    regimes: macroRegimeNames.map((regime) => {
      const own = spells.filter((spell) => spell.regime === regime);
      return figuresOf(regime, own, { days: daysOf(own), allDays, periodsPerYear: dated.periodsPerYear });
    }),
    daysWithoutRegime: daysOf(spells.filter(({ regime }) => regime === undefined)),
    revised: regimes.revised,
  };
}

function spellsOf({ returns, dates, startDate }: RegimeReturns, regimes: MacroRegimes): Spell[] {
  const days = checkedDates(dates, returns.length);
  let before = toEpochDay(plainDate(startDate));
  if (days.length > 0 && days[0]! <= before) throw lateStart(startDate, dates[0]!);
  const spells: Spell[] = [];
  for (const [i, day] of days.entries()) {
    const regime = regimeOn(regimes, dates[i]!).value;
    if (spells.at(-1)?.regime !== regime || i === 0) spells.push({ regime, returns: [], days: 0 });
    spells.at(-1)!.returns.push(returns[i]!);
    spells.at(-1)!.days += day - before;
    before = day;
  }
  return spells;
}

function lateStart(startDate: PlainDate, firstDate: PlainDate): PortfolioError {
  const message = `The start ${startDate} is not before the first return, ${firstDate}. Give the day whose close that return starts from.`;
  return new PortfolioError("date-out-of-range", message, { startDate, firstDate });
}

function figuresOf(
  regime: MacroRegime,
  spells: readonly Spell[],
  { days, allDays, periodsPerYear }: { days: number; allDays: number; periodsPerYear: number },
): RegimePerformance {
  const returns = spells.flatMap((spell) => spell.returns);
  const linkedReturn = cumulativeReturn(returns);
  return {
    regime,
    linkedReturn,
    annualizedReturn: annualizeByDays(linkedReturn, days),
    volatility: volatility(returns, periodsPerYear),
    worstDrawdown: worstOf(spells),
    days,
    shareOfTime: allDays === 0 ? 0 : days / allDays,
    returnCount: returns.length,
    spellCount: spells.length,
  };
}

/** The deepest drawdown of any spell; without a value when one of them has none. */
function worstOf(spells: readonly Spell[]): Measured {
  let worst: Measured = unmeasured("too-few-observations");
  for (const { returns } of spells) {
    const depth = maxDrawdown(returns);
    if (depth.value === undefined) return depth;
    if (worst.value === undefined || depth.value < worst.value) worst = depth;
  }
  return worst;
}
