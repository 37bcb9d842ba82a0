import type { PerformanceEvent, TransactionKind } from "@portfolio/core";
import { isoToEpochDay } from "../formatting/format-date.ts";
import type { EventShape } from "../localization/strings.ts";

/** A mark on the event lane: one event, or several too close to be told apart. */
export interface LaneMark {
  /** Position from the start of the plot in CSS pixels. */
  readonly x: number;
  readonly shape: EventShape;
  readonly events: readonly PerformanceEvent[];
}

const shapes: Readonly<Partial<Record<TransactionKind, EventShape>>> = {
  buy: "buy",
  "delivery-in": "buy",
  sell: "sell",
  "delivery-out": "sell",
  dividend: "dividend",
  interest: "dividend",
  accumulation: "dividend",
  "staking-reward": "dividend",
  deposit: "deposit",
  "transfer-in": "deposit",
  withdrawal: "deposit",
  "transfer-out": "deposit",
  split: "split",
  merger: "split",
  "spin-off": "split",
};

/** The shape a kind of transaction is drawn with. */
export function eventShape(kind: TransactionKind): EventShape {
  return shapes[kind] ?? "note";
}

/**
 * Lays events on the lane; those closer than `spacing` pixels merge into one mark that shows their count.
 *
 * Shape: events in any order; those that `toX` cannot place (not finite) are left out.
 */
export function laneMarks(
  events: readonly PerformanceEvent[],
  toX: (day: number) => number,
  spacing: number,
): readonly LaneMark[] {
  const placed = events
    .map((event) => ({ event, x: toX(isoToEpochDay(event.date)) }))
    .filter(({ x }) => Number.isFinite(x))
    .sort((left, right) => left.x - right.x);
  const marks: { start: number; end: number; shape: EventShape; events: PerformanceEvent[] }[] = [];
  for (const { event, x } of placed) {
    const last = marks.at(-1);
    if (last !== undefined && x - last.start < spacing) {
      last.events.push(event);
      last.end = x;
    } else marks.push({ start: x, end: x, shape: eventShape(event.kind), events: [event] });
  }
  return marks.map(({ start, end, shape, events: merged }) => ({ x: (start + end) / 2, shape, events: merged }));
}
