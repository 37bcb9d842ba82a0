import { type EpochDay, fromEpochDay } from "../calendar/plain-date.ts";
import { directHistory, exchangeRateOn } from "../fx/exchange-rate.ts";
import { lastRowOn } from "../fx/rate-history.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { decimalTextOf, digitsOf } from "../numbers/decimal-column.ts";
import { productOf } from "./derive.ts";
import { confirmed, headOf, type TrailHead, textOf, withoutValue, withValue } from "./trail-node.ts";
import { dateOf, type Explanation, partsOf } from "./explanation.ts";
import { ruleLeaf } from "./leaf.ts";
import type { Trail, TrailRounding } from "./trail.ts";

/**
 * The rate of a day: a recorded one, one divided by that of the other direction, or one through a third currency.
 *
 * Undefined: the currencies are the same, so nothing is converted. A node without a value: no rate is known.
 */
export function explainRate(x: Explanation, from: CurrencyCode, to: CurrencyCode, day: EpochDay): Trail | undefined {
  if (from === to) return undefined;
  const rate = exchangeRateOn(x.ledger.rates, from, to, day);
  const parts = { from, to, date: fromEpochDay(day) };
  if (rate === undefined) return withoutValue(headOf("rate-missing", parts, to, "rate"), "stated", [], "missing-rate");
  const derivation = pairTrail(x, from, to, day) ?? crossTrail(x, from, to, day);
  return derivation && confirmed(derivation, textOf(rate));
}

/** The rate that a transaction records, else that of its day; undefined when nothing is converted. */
export function explainRateOfRow(x: Explanation, row: number, from: CurrencyCode): Trail | undefined {
  const to = x.ledger.baseCurrency;
  if (from === to) return undefined;
  return recordedRate(x, row, from) ?? explainRate(x, from, to, x.ledger.columns.day[row]!);
}

/** The broker's rate to the base currency, where the transaction has one. */
export function recordedRate(x: Explanation, row: number, from: CurrencyCode): Trail | undefined {
  const { columns, baseCurrency: to } = x.ledger;
  const value = decimalTextOf(columns.exchangeRate, row);
  if (value === undefined) return undefined;
  const [date, transaction] = [dateOf(x, row), columns.ids[row]!];
  return {
    ...withValue(headOf("rate-recorded", { ...partsOf(x, row), from, to }, to, "rate"), "stated", [], value),
    source: { kind: "rate", from, to, date, path: "recorded", transaction },
  };
}

const derivedRounding: TrailRounding = { mode: "half-even", significantDigits: 34 };

/** The rate of just this pair, or one divided by that of the other direction. */
function pairTrail(x: Explanation, from: CurrencyCode, to: CurrencyCode, day: EpochDay): Trail | undefined {
  const direct = historyLeaf(x, from, to, day);
  if (direct !== undefined) return direct;
  const inverse = historyLeaf(x, to, from, day);
  const head = headOf("rate-inverse", { from, to }, to, "rate");
  return inverse && quotient(x, head, one(), inverse, [from, to], day);
}

/** Two recorded rates through one third currency, divided once: the first such currency in alphabetical order. */
function crossTrail(x: Explanation, from: CurrencyCode, to: CurrencyCode, day: EpochDay): Trail | undefined {
  for (const third of thirdCurrencies(x, from)) {
    const [first, firstBack] = [historyLeaf(x, from, third, day), historyLeaf(x, third, from, day)];
    const [second, secondBack] = [historyLeaf(x, third, to, day), historyLeaf(x, to, third, day)];
    if ((first ?? firstBack) === undefined || (second ?? secondBack) === undefined) continue;
    const head = headOf("rate-cross", { from, to, third }, to, "rate");
    if (first !== undefined && second !== undefined) return productOf(head, [first, second]);
    if (first !== undefined) return quotient(x, head, first, secondBack!, [from, to], day);
    if (second !== undefined) return quotient(x, head, second, firstBack!, [from, to], day);
    const back = productOf(headOf("rate-both-inverse", { from, to, third }, from, "rate"), [secondBack!, firstBack!]);
    return quotient(x, head, one(), back, [from, to], day);
  }
  return undefined;
}

function quotient(
  x: Explanation,
  head: TrailHead,
  dividend: Trail,
  divisor: Trail,
  [from, to]: readonly [CurrencyCode, CurrencyCode],
  day: EpochDay,
): Trail {
  const rate = exchangeRateOn(x.ledger.rates, from, to, day)!;
  return withValue(head, "quotient", [dividend, divisor], textOf(rate), derivedRounding);
}

function one(): Trail {
  return ruleLeaf("1", "one", "prices-and-rates", "rate");
}

/** The recorded rate of a pair on or before a day; a rate of 0 is none. */
function historyLeaf(x: Explanation, from: CurrencyCode, to: CurrencyCode, day: EpochDay): Trail | undefined {
  const history = directHistory(x.ledger.rates, from, to);
  const row = history === undefined ? -1 : lastRowOn(history.days, day);
  if (history === undefined || row < 0 || digitsOf(history.rates, row) <= 0n) return undefined;
  const date = fromEpochDay(history.days[row]!);
  const head = headOf("rate", { from, to, date }, to, "rate");
  const value = decimalTextOf(history.rates, row)!;
  return { ...withValue(head, "stated", [], value), source: { kind: "rate", from, to, date, path: "history" } };
}

function thirdCurrencies({ ledger }: Explanation, currency: CurrencyCode): CurrencyCode[] {
  const others = ledger.rates.histories.flatMap(({ baseCurrency, quoteCurrency }) => {
    if (baseCurrency === currency) return [quoteCurrency];
    return quoteCurrency === currency ? [baseCurrency] : [];
  });
  return [...new Set(others)].sort();
}
