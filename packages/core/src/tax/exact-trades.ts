import { type EpochDay, plainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Decimal, DecimalString } from "../numbers/decimal.ts";
import { digitsAt, parseFixedPoint, powerOfTen, toDecimal } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import type { Ratio } from "../transactions/transaction.ts";
import type { TaxSplit, TaxTrade } from "./tax-trade.ts";

/** Decimals of money and of restated quantities: six guard digits beyond the 18 that are ever shown. */
const leastScale = 24;
/** Less than this part of a unit is what rounding left of a split, not a holding: 10^-18. */
const crumbScale = 18;

/** A row with its integers: units as they count after all splits, money at the common scale. */
export interface ExactTrade<Trade extends TaxTrade = TaxTrade> {
  readonly trade: Trade;
  readonly day: EpochDay;
  readonly settlementDay: EpochDay;
  /** Common units of the row; 0 for one without a quantity. */
  readonly units: bigint;
  /** Common units for one unit of that day. */
  readonly perUnit: bigint;
  /** Cost, proceeds or amount. */
  readonly amount: bigint;
}

/**
 * The rows of one instrument as integers, in the order in which they take effect.
 *
 * Quantities are restated to one count by the product of all splits, without a division: so many common units for one
 * unit of a day.
 */
export interface ExactTrades {
  readonly rows: readonly ExactTrade<Exclude<TaxTrade, TaxSplit>>[];
  readonly splitDays: ReadonlySet<EpochDay>;
  readonly money: number;
  readonly perUnitNow: bigint;
  readonly instrument: InstrumentId | undefined;
}

const steps: Readonly<Record<TaxTrade["kind"], number>> = {
  split: 1,
  acquisition: 3,
  transfer: 4,
  "capital-return": 5,
  accumulation: 5,
  disposal: 6,
  departure: 8,
};

/**
 * Reads the rows of one instrument.
 *
 * @throws {PortfolioError} `invalid-transaction`: rows of two instruments, a quantity that is not positive, a ratio that
 * is none; `invalid-decimal`, `invalid-date`
 */
export function exactTrades(trades: readonly TaxTrade[]): ExactTrades {
  checkInstrument(trades);
  const dated = trades.map((trade) => ({ trade, day: toEpochDay(plainDate(trade.date)) }));
  dated.sort((a, b) => a.day - b.day || steps[a.trade.kind] - steps[b.trade.kind]);
  const quantityScale = mostDecimals(trades, quantityOf, 0);
  const money = mostDecimals(trades, amountOf, leastScale);
  const factors = splitFactors(dated);
  const rows: ExactTrade<Exclude<TaxTrade, TaxSplit>>[] = [];
  dated.forEach(({ trade, day }, position) => {
    if (trade.kind === "split") return;
    const perUnit = factors.perUnit[position]! * powerOfTen(quantityScale);
    const { settlementDate = trade.date } = trade;
    rows.push({
      trade,
      day,
      settlementDay: toEpochDay(plainDate(settlementDate)),
      units: unitsOf(trade, quantityScale) * factors.perUnit[position]!,
      perUnit,
      amount: integerOf(amountOf(trade), money),
    });
  });
  return {
    rows,
    splitDays: factors.days,
    money,
    perUnitNow: factors.now * powerOfTen(quantityScale),
    instrument: trades[0]?.instrument,
  };
}

/** Common units as a quantity of a day, rounded half-even at 24 places where a split does not come out even. */
export function quantityIn(units: bigint, perUnit: bigint): Decimal {
  return toDecimal(divideHalfEven(units * powerOfTen(leastScale), perUnit), leastScale);
}

/** The units that a reduction takes: all that is held when no more than a crumb differs; undefined above what is held. */
export function unitsTaken(held: bigint, wanted: bigint, perUnit: bigint): bigint | undefined {
  const difference = held > wanted ? held - wanted : wanted - held;
  if (difference * powerOfTen(crumbScale) < perUnit) return held;
  return wanted < held ? wanted : undefined;
}

/** The part of an amount that belongs to so many of its units, rounded half-even; all of it for all of them. */
export function shareOf(amount: bigint, part: bigint, whole: bigint): bigint {
  return part === whole ? amount : divideHalfEven(amount * part, whole);
}

function checkInstrument(trades: readonly TaxTrade[]): void {
  const other = trades.find(({ instrument }) => instrument !== trades[0]!.instrument);
  if (other === undefined) return;
  throw invalid(other, `belongs to "${other.instrument}", others to "${trades[0]!.instrument}". Ask by instrument`);
}

/** For each row the product of the numerators of later splits and of the denominators of earlier ones. */
function splitFactors(dated: readonly { readonly trade: TaxTrade; readonly day: EpochDay }[]): {
  readonly perUnit: readonly bigint[];
  readonly now: bigint;
  readonly days: ReadonlySet<EpochDay>;
} {
  const perUnit = dated.map(() => 1n);
  const days = new Set<EpochDay>();
  const seen = new Set<string>();
  let earlier = 1n;
  const later: { readonly at: number; readonly times: bigint }[] = [];
  dated.forEach(({ trade, day }, at) => {
    if (trade.kind === "split") {
      const { times, by } = ratioOf(trade);
      const event = `${day} ${times} ${by}`;
      // Two accounts of one broker both list a split: the same ratio on one day is one event.
      if (!seen.has(event)) {
        earlier *= by;
        later.push({ at, times });
        days.add(day);
      }
      seen.add(event);
    }
    perUnit[at] = earlier;
  });
  let factor = 1n;
  for (let at = dated.length - 1; at >= 0; at--) {
    perUnit[at] = perUnit[at]! * factor;
    if (later.at(-1)?.at === at) factor *= later.pop()!.times;
  }
  return { perUnit, now: earlier, days };
}

function ratioOf(trade: TaxSplit): { readonly times: bigint; readonly by: bigint } {
  const { times, by } = wholeRatio(trade.ratio);
  if (times <= 0n || by <= 0n) throw invalid(trade, "has a ratio that is not of two positive numbers. Correct it");
  let [a, b] = [times, by];
  while (b !== 0n) [a, b] = [b, a % b];
  return { times: times / a, by: by / a };
}

function wholeRatio({ numerator, denominator }: Ratio): { readonly times: bigint; readonly by: bigint } {
  const [above, below] = [parseFixedPoint(numerator), parseFixedPoint(denominator)];
  return { times: above.digits * powerOfTen(below.scale), by: below.digits * powerOfTen(above.scale) };
}

function unitsOf(trade: TaxTrade, scale: number): bigint {
  const text = quantityOf(trade);
  const units = integerOf(text, scale);
  if (text !== undefined && units <= 0n) throw invalid(trade, `has the quantity ${text}. It must be above 0`);
  return units;
}

function quantityOf(trade: TaxTrade): DecimalString | undefined {
  return "quantity" in trade ? trade.quantity : undefined;
}

function amountOf(trade: TaxTrade): DecimalString | undefined {
  if (trade.kind === "acquisition") return trade.cost;
  if (trade.kind === "disposal") return trade.proceeds;
  return "amount" in trade ? trade.amount : undefined;
}

function mostDecimals(
  trades: readonly TaxTrade[],
  textOf: (trade: TaxTrade) => DecimalString | undefined,
  least: number,
): number {
  return trades.reduce((most, trade) => {
    const text = textOf(trade);
    return text === undefined ? most : Math.max(most, parseFixedPoint(text).scale);
  }, least);
}

function integerOf(text: DecimalString | undefined, scale: number): bigint {
  return text === undefined ? 0n : digitsAt(parseFixedPoint(text), scale);
}

function invalid({ transaction, kind }: TaxTrade, fault: string): PortfolioError {
  return new PortfolioError("invalid-transaction", `The ${kind} "${transaction}" ${fault}.`, { transaction });
}
