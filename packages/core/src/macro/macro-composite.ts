import type { PlainDate } from "../calendar/plain-date.ts";
import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { noVariation, standardDeviation } from "../risk/standard-deviation.ts";
import { mean } from "../series/compensated-sum.ts";
import type { MonthNumber } from "./indicator.ts";
import type { IndicatorReading } from "./transformed-indicator.ts";

/** The readings of one indicator by month. */
export type Readings = ReadonlyMap<MonthNumber, IndicatorReading>;

/** The months that a reading is compared with: ten years. */
const windowMonths = 120;

/**
 * The day on which all indicators of a month were known; undefined while one has no reading of it.
 */
export function completeOn(indicators: readonly Readings[], month: MonthNumber): PlainDate | undefined {
  let latest: PlainDate | undefined;
  for (const readings of indicators) {
    const reading = readings.get(month);
    if (reading === undefined) return undefined;
    if (latest === undefined || reading.knownOn > latest) latest = reading.knownOn;
  }
  return latest;
}

/**
 * The composite of a month: the mean of its indicators' z-scores, each over the readings of the ten years up to that
 * month which were known on a day.
 *
 * Undefined: an indicator has fewer readings than asked for -> `too-few-observations`, or none that differ ->
 * `no-variation`; out of the range of a double -> `out-of-range`.
 */
export function compositeOf(
  indicators: readonly Readings[],
  month: MonthNumber,
  knownOn: PlainDate,
  leastMonths: number,
): Measured {
  const scores = new Float64Array(indicators.length);
  for (const [i, readings] of indicators.entries()) {
    const known = windowOf(readings, month, knownOn);
    if (known.length < leastMonths) return unmeasured("too-few-observations");
    const deviation = standardDeviation(known);
    if (deviation < noVariation) return unmeasured("no-variation");
    scores[i] = (known[0]! - mean(known)) / deviation;
  }
  return measuredIfFinite(mean(scores));
}

/** The readings of ten years known on a day, the month's own first. */
function windowOf(readings: Readings, month: MonthNumber, knownOn: PlainDate): Float64Array {
  const values: number[] = [];
  for (let at = month; at > month - windowMonths; at--) {
    const reading = readings.get(at);
    if (reading !== undefined && reading.knownOn <= knownOn) values.push(reading.value);
  }
  return Float64Array.from(values);
}
