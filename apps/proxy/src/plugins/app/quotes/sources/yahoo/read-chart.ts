import type { Dividend, Split } from "../../../../../schemas/price-history.ts";
import { exchangeCalendar, type LocalDate } from "../../exchange-calendar.ts";
import { isPrice, rateText } from "../../price-text.ts";
import { SourceError } from "../../source-error.ts";
import { listOf, momentOf, numberOf, objectOf, priceHintOf } from "./read-field.ts";

/** A close of one local day as Yahoo wrote it, split-adjusted. */
interface ChartDay {
  readonly date: string;
  readonly close: number;
  readonly final: boolean;
}

/** A chart by day, checked and put in order; prices are still numbers. */
export interface Chart {
  readonly currency: unknown;
  readonly priceHint: number;
  readonly days: readonly ChartDay[];
  readonly dividends: Dividend[];
  readonly splits: Split[];
  /** When the unfinished last day becomes final (milliseconds since 1970); null if every day is final. */
  readonly finalAt: number | null;
}

/** A close may still be corrected for half an hour after the bell. */
const settling = 30 * 60_000;

interface Session {
  readonly date: string;
  readonly finalAt: number;
}

/** The trading day Yahoo calls the current one; where it names none, the local day counts until its end. */
function currentSession(meta: Record<string, unknown>, localDate: LocalDate, now: number): Session {
  const regular = objectOf(objectOf(meta["currentTradingPeriod"])["regular"]);
  const start = momentOf(regular["start"]);
  const end = momentOf(regular["end"]);
  if (start !== undefined && end !== undefined) return { date: localDate(start), finalAt: end + settling };
  return { date: localDate(now), finalAt: now + 3_600_000 };
}

function readDays(chart: Record<string, unknown>, localDate: LocalDate, session: Session, now: number): ChartDay[] {
  const closes = listOf(objectOf(listOf(objectOf(chart["indicators"])["quote"])[0])["close"]);
  const days = new Map<string, ChartDay & { moment: number }>();
  for (const [index, timestamp] of listOf(chart["timestamp"]).entries()) {
    const close = closes[index];
    const moment = momentOf(timestamp);
    if (moment === undefined || !isPrice(close)) continue;
    const date = localDate(moment);
    const final = date < session.date || (date === session.date && now >= session.finalAt);
    // Yahoo adds the running day a second time with the time of its last trade: the later row counts.
    const earlier = days.get(date);
    if (earlier === undefined || earlier.moment <= moment) days.set(date, { date, close, final, moment });
  }
  return [...days.values()]
    .map(({ date, close, final }) => ({ date, close, final }))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

function readDividends(events: unknown, localDate: LocalDate): Dividend[] {
  return listOf(events).flatMap((event) => {
    const { amount, date } = objectOf(event);
    const moment = momentOf(date);
    return moment === undefined || !isPrice(amount) ? [] : [{ date: localDate(moment), amount: rateText(amount) }];
  });
}

function readSplits(events: unknown, localDate: LocalDate): Split[] {
  return listOf(events).flatMap((event) => {
    const raw = objectOf(event);
    const moment = momentOf(raw["date"]);
    const numerator = numberOf(raw["numerator"]) ?? 0;
    const denominator = numberOf(raw["denominator"]) ?? 0;
    return moment === undefined || numerator <= 0 || denominator <= 0
      ? []
      : [{ date: localDate(moment), numerator, denominator }];
  });
}

const byDate = (one: { date: string }, other: { date: string }): number =>
  one.date < other.date ? -1 : Number(one.date > other.date);

/**
 * Reads an answer of Yahoo's chart call.
 *
 * Days without a price are left out, never filled; days come sorted and once each.
 *
 * @throws {SourceError} the answer is no chart
 */
export function readChart(answer: unknown, now: number): Chart {
  const chart = objectOf(answer);
  if (typeof chart["meta"] !== "object" || chart["meta"] === null)
    throw new SourceError("invalid", "the answer is no chart");
  const meta = objectOf(chart["meta"]);
  const localDate = exchangeCalendar(meta["exchangeTimezoneName"], meta["gmtoffset"]);
  const session = currentSession(meta, localDate, now);
  const events = objectOf(chart["events"]);
  const days = readDays(chart, localDate, session, now);
  return {
    currency: meta["currency"],
    priceHint: priceHintOf(meta["priceHint"]),
    days,
    dividends: readDividends(events["dividends"], localDate).toSorted(byDate),
    splits: readSplits(events["splits"], localDate).toSorted(byDate),
    finalAt: days.every((day) => day.final) ? null : session.finalAt,
  };
}
