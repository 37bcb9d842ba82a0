import {
  Decimal,
  type DecimalString,
  type EpochDay,
  fromEpochDay,
  type PlainDate,
  type PriceHistory,
  priceHistory,
} from "@portfolio/core";

/**
 * A history with closes put in, which win over those of the same days.
 *
 * What fits into safe integers at the finer scale is moved over as numbers: a portfolio has tens of thousands of closes
 * and one quote each. What does not is built anew by core, which makes a history coarser rather than wrong.
 */
export function mergeCloses(
  history: PriceHistory | undefined,
  additions: ReadonlyMap<EpochDay, DecimalString>,
): PriceHistory {
  const dated = [...additions].sort(([a], [b]) => a - b).map(([day, close]) => [fromEpochDay(day), close] as const);
  const added = priceHistory(dated);
  if (history === undefined) return added;
  const scale = Math.max(history.scale, added.scale);
  if (fits(history, scale) && fits(added, scale)) return merged(history, added, scale);
  const texts = new Map<PlainDate, DecimalString>(textsOf(history));
  for (const [date, close] of dated) texts.set(date, close);
  return priceHistory([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fits(history: PriceHistory, scale: number): boolean {
  if (history.scale === scale) return true;
  const factor = 10 ** (scale - history.scale);
  return history.closes.every((close) => Number.isSafeInteger(close * factor));
}

function merged(history: PriceHistory, added: PriceHistory, scale: number): PriceHistory {
  const known = new Set(added.days);
  const kept = history.days.reduce((count, day) => (known.has(day) ? count : count + 1), 0);
  const days = new Int32Array(kept + added.days.length);
  const closes = new Float64Array(days.length);
  const ownFactor = 10 ** (scale - history.scale);
  const addedFactor = 10 ** (scale - added.scale);
  let next = 0;
  let count = 0;
  const put = (day: number, close: number): void => {
    days[count] = day;
    closes[count++] = close;
  };
  const putAddedBefore = (day: number): void => {
    for (; next < added.days.length && added.days[next]! < day; next++)
      put(added.days[next]!, added.closes[next]! * addedFactor);
  };
  history.days.forEach((day, i) => {
    putAddedBefore(day);
    if (!known.has(day)) put(day, history.closes[i]! * ownFactor);
  });
  putAddedBefore(Infinity);
  return { days, closes, scale };
}

function textsOf({ days, closes, scale }: PriceHistory): [PlainDate, DecimalString][] {
  const unit = new Decimal(10).pow(-scale);
  return [...days].map((day, i) => [fromEpochDay(day), new Decimal(closes[i]!).times(unit).toString()]);
}
