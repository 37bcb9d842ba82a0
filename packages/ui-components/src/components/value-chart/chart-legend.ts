import type { PerformanceEvent } from "@portfolio/core";
import { html, nothing, type TemplateResult } from "lit";
import { eventShape } from "../../chart/event-lane.ts";
import type { EventShape, Strings } from "../../localization/strings.ts";
import { eventMark } from "./plot-marks.ts";

const order: readonly EventShape[] = ["buy", "sell", "dividend", "deposit", "split", "note"];

/** Names the lines and those kinds of events that the chart shows. */
export function chartLegend(
  events: readonly PerformanceEvent[],
  strings: Strings,
  showsContributions: boolean,
): TemplateResult {
  const present = new Set(events.map((event) => eventShape(event.kind)));
  return html`<div class="legend type-caption" part="legend">
    <span class="key key-value">${strings.chart.value}</span>
    ${showsContributions ? html`<span class="key key-contributions">${strings.chart.netContributions}</span>` : nothing}
    ${order
      .filter((shape) => present.has(shape))
      .map(
        (shape) =>
          html`<span class="key"
            ><svg class="key-mark" viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
              ${eventMark(shape)}</svg
            >${strings.chart.eventKinds[shape]}</span
          >`,
      )}
    <span class="hint">${strings.chart.dragHint}</span>
  </div>`;
}
