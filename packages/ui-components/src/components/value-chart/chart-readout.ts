import type { Measured, PerformanceEvent } from "@portfolio/core";
import type { IndexRange } from "../../chart/chart-gestures.ts";
import { eventShape } from "../../chart/event-lane.ts";
import { formatEpochDay, isoToEpochDay } from "../../formatting/format-date.ts";
import { formatPercent } from "../../formatting/format-percent.ts";
import type { Tone } from "../../formatting/tone.ts";
import type { Strings } from "../../localization/strings.ts";
import { chartMoney, type ChartPoints } from "../../view-models/chart-points.ts";

/** One line of the readout. */
export interface ReadoutLine {
  readonly key: "value" | "contributions" | "event" | "none";
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
}

/** What the tooltip shows and the live region says: a date or a stretch, with its figures. */
export interface Readout {
  readonly title: string;
  readonly lines: readonly ReadoutLine[];
}

/** What a readout is made from. */
export interface ReadoutSource {
  readonly points: ChartPoints;
  readonly events: readonly PerformanceEvent[];
  readonly currency: string;
  readonly locale: string;
  readonly masked: boolean;
  readonly strings: Strings;
}

const isKnown = (value: number | null | undefined): value is number => typeof value === "number";

const toneOf = (value: number): Tone => (value >= 0.005 ? "gain" : value <= -0.005 ? "loss" : "neutral");

function amountLine(
  source: ReadoutSource,
  key: ReadoutLine["key"],
  label: string,
  value: number | null | undefined,
): ReadoutLine {
  const known = value !== null && value !== undefined;
  const text = known ? chartMoney(value, source.currency, source.locale, source.masked) : source.strings.notYetKnown;
  return { key, label, text, tone: "neutral" };
}

function changeLine(source: ReadoutSource, label: string, value: number | undefined): ReadoutLine {
  if (value === undefined) return { key: "none", label, text: source.strings.notYetKnown, tone: "neutral" };
  return {
    key: "none",
    label,
    text: chartMoney(value, source.currency, source.locale, source.masked, "change"),
    tone: toneOf(value),
  };
}

function eventLines(source: ReadoutSource, day: number): ReadoutLine[] {
  return source.events
    .filter((event) => isoToEpochDay(event.date) === day)
    .slice(0, 4)
    .map((event) => ({
      key: "event",
      label: source.masked ? source.strings.chart.eventKinds[eventShape(event.kind)] : event.label,
      text: "",
      tone: "neutral",
    }));
}

/** Figures of one day. */
export function pointReadout(source: ReadoutSource, index: number): Readout {
  const { points, strings } = source;
  const day = points.days[index] ?? 0;
  const value = points.values[index];
  const paid = points.contributions[index];
  const gain = isKnown(value) && isKnown(paid) ? value - paid : undefined;
  return {
    title: formatEpochDay(day, source.locale, "weekday"),
    lines: [
      amountLine(source, "value", strings.chart.value, value),
      amountLine(source, "contributions", strings.chart.netContributions, paid),
      changeLine(source, strings.chart.gainSinceStart, gain),
      ...eventLines(source, day),
    ],
  };
}

/** Change of value, and gain without contributions, over a stretch; undefined over a gap. */
export function stretchFigures(
  points: ChartPoints,
  range: IndexRange,
): { readonly change: number | undefined; readonly gain: number | undefined } {
  const difference = (column: ChartPoints["values"]): number | undefined => {
    const [start, end] = [column[range.start], column[range.end]];
    return isKnown(start) && isKnown(end) ? end - start : undefined;
  };
  const change = difference(points.values);
  const paid = difference(points.contributions);
  return { change, gain: change === undefined || paid === undefined ? undefined : change - paid };
}

/** Figures of a measured stretch; `rangeReturn` is added once the host has worked it out. */
export function rangeReadout(source: ReadoutSource, range: IndexRange, rangeReturn: Measured | undefined): Readout {
  const { points, strings, locale } = source;
  const date = (index: number): string => formatEpochDay(points.days[index] ?? 0, locale);
  const { change, gain } = stretchFigures(points, range);
  const lines = [
    amountLine(source, "value", date(range.start), points.values[range.start]),
    amountLine(source, "value", date(range.end), points.values[range.end]),
    changeLine(source, strings.chart.change, change),
    changeLine(source, strings.chart.gain, gain),
  ];
  if (rangeReturn !== undefined) {
    const { value } = rangeReturn;
    const text = value === undefined ? strings.notYetKnown : formatPercent(value, { locale, sign: "change" });
    lines.push({ key: "none", label: strings.chart.rangeReturn, text, tone: toneOf((value ?? 0) * 100) });
  }
  return { title: strings.chart.dates(date(range.start), date(range.end)), lines };
}

/** A readout as one sentence for the live region. */
export function spokenReadout(readout: Readout, strings: Strings): string {
  const lines = readout.lines.map((line) =>
    `${line.label} ${strings.change(line.tone, line.text.replace(/^[+−]/, ""))}`.trim(),
  );
  return `${readout.title}. ${lines.join(", ")}`;
}
