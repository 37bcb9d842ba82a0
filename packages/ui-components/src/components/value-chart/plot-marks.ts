import type { PerformanceEvent } from "@portfolio/core";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { ChartFrame } from "../../chart/chart-frame.ts";
import type { IndexRange } from "../../chart/chart-gestures.ts";
import { laneMarks, type LaneMark } from "../../chart/event-lane.ts";
import { cssProperties } from "../../design-tokens/css-properties.ts";
import type { EventShape } from "../../localization/strings.ts";
import type { ChartPoints } from "../../view-models/chart-points.ts";

const spacing = 9;

/** The mark of one kind of event, around the point 0 0. */
export function eventMark(shape: EventShape): SVGTemplateResult {
  switch (shape) {
    case "buy":
      return svg`<circle class="mark-buy" r="3.5" />`;
    case "sell":
      return svg`<rect class="mark-sell" x="-3" y="-3" width="6" height="6" rx="1" />`;
    case "dividend":
      return svg`<rect class="mark-dividend" x="-2.9" y="-2.9" width="5.8" height="5.8" rx="0.5" transform="rotate(45)" />`;
    case "deposit":
      return svg`<path class="mark-tick" d="M0 4V-4M-3 -1 0 -4 3 -1" />`;
    case "split":
      return svg`<path class="mark-tick" d="M-1.5 -4V4M1.5 -4V4" />`;
    case "note":
      return svg`<path class="mark-tick" d="M-2.5 4V-4H2.5L1 -2 2.5 0H-2.5" />`;
  }
}

function laneMark(mark: LaneMark): SVGTemplateResult {
  const place = `translate(${mark.x.toFixed(1)} 10)`;
  if (mark.events.length === 1) return svg`<g transform=${place}>${eventMark(mark.shape)}</g>`;
  const text = mark.events.length > 99 ? "99+" : String(mark.events.length);
  const width = 8 + text.length * 6;
  return svg`<g transform=${place}><rect class="mark-count" x=${-width / 2} y="-7" width=${width} height="14" rx="7" /><text class="type-tick" y="3.5" text-anchor="middle">${text}</text></g>`;
}

/** The lane of events at the foot of the plot. */
export function eventLane(events: readonly PerformanceEvent[], frame: ChartFrame): TemplateResult {
  const inside = (day: number): number => (day >= frame.days[0] && day <= frame.days[1] ? frame.toX(day) : Number.NaN);
  const marks = laneMarks(events, inside, spacing);
  return html`<svg
    class="lane"
    aria-hidden="true"
    width=${frame.box.width}
    height="20"
    ${cssProperties({ left: `${frame.box.left}px`, top: `${frame.height}px` })}
  >
    ${marks.map(laneMark)}
  </svg>`;
}

function dot(
  kind: string,
  frame: ChartFrame,
  x: number,
  value: number | null | undefined,
): TemplateResult | typeof nothing {
  if (value === null || value === undefined || value < frame.range[0] || value > frame.range[1]) return nothing;
  return html`<i class="dot ${kind}" ${cssProperties({ left: `${x}px`, top: `${frame.toY(value)}px` })}></i>`;
}

/** The dashed line and the dots at one point. */
export function crosshair(points: ChartPoints, frame: ChartFrame, index: number): TemplateResult {
  const x = frame.box.left + frame.toX(points.days[index] ?? 0);
  return html`<div aria-hidden="true">
    <i class="crosshair" ${cssProperties({ left: `${x}px`, "block-size": `${frame.height + 20}px` })}></i>
    ${dot("dot-contributions", frame, x, points.contributions[index])}${dot("dot-value", frame, x, points.values[index])}
  </div>`;
}

/** The tinted stretch that is being measured. */
export function measuredStretch(points: ChartPoints, frame: ChartFrame, range: IndexRange): TemplateResult {
  const start = frame.toX(points.days[range.start] ?? 0);
  const end = frame.toX(points.days[range.end] ?? 0);
  return html`<i
    class="stretch"
    aria-hidden="true"
    ${cssProperties({ left: `${frame.box.left + start}px`, width: `${end - start}px`, "block-size": `${frame.height + 20}px` })}
  ></i>`;
}
