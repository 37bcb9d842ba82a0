import { html, type TemplateResult } from "lit";
import type { ChartFrame } from "../../chart/chart-frame.ts";
import { cssProperties } from "../../design-tokens/css-properties.ts";
import { arrow } from "../../icons/arrow.ts";
import type { Readout, ReadoutLine } from "./chart-readout.ts";

/** Room a tooltip is given; wider text wraps. */
const width = 248;
const gap = 12;

/** Keeps the tooltip inside the plot and off the point: beside the line, or on the other half where it is too narrow. */
function place(frame: ChartFrame, x: number, y: number): Record<string, string> {
  const { left, top, width: room, height } = frame.box;
  const fitsBefore = x - gap - width >= 0;
  const fitsAfter = x + gap + width <= room;
  if (fitsBefore || fitsAfter) {
    const start = fitsBefore ? x - gap : x + gap;
    return {
      left: `${left + start}px`,
      top: `${top + 8}px`,
      bottom: "auto",
      translate: fitsBefore ? "-100% 0" : "0 0",
    };
  }
  const start = Math.max(0, Math.min(room - width, x - width / 2));
  const isHigh = y < top + height / 2;
  return {
    left: `${left + start}px`,
    top: isHigh ? "auto" : "0px",
    bottom: isHigh ? "44px" : "auto",
    translate: "0 0",
  };
}

function line(each: ReadoutLine): TemplateResult {
  return html`<div class="row">
    <span class="key key-${each.key}">${each.label}</span>
    <span class="amount number tone-${each.tone}">${arrow(each.tone)}${each.text}</span>
  </div>`;
}

/** The one tooltip of a chart. Hidden from screen readers: the live region says the same. */
export function chartTooltip(readout: Readout, frame: ChartFrame, x: number, y: number): TemplateResult {
  return html`<div class="tooltip type-caption" part="tooltip" aria-hidden="true" ${cssProperties(place(frame, x, y))}>
    <div class="tooltip-title">${readout.title}</div>
    ${readout.lines.map(line)}
  </div>`;
}
