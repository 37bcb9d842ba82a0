import { html, type TemplateResult } from "lit";
import type { ChartFrame } from "../../chart/chart-frame.ts";
import { timeTicks } from "../../chart/time-ticks.ts";
import { cssProperties } from "../../design-tokens/css-properties.ts";

/** Labels of the value axis and of the time axis, as elements over the canvas. */
export function plotLabels(frame: ChartFrame, locale: string): TemplateResult {
  const most = Math.max(2, Math.floor(frame.box.width / 56));
  const values = frame.ticks.map(
    (tick, i) =>
      html`<span class="value-tick type-tick number" ${cssProperties({ top: `${frame.toY(tick)}px` })}
        >${frame.labels[i]}</span
      >`,
  );
  const days = timeTicks(frame.days[0], frame.days[1], most, locale).map((tick) => ({
    ...tick,
    x: frame.toX(tick.day),
  }));
  const times = days
    .filter(({ x }) => x > 12 && x < frame.box.width - 12)
    .map(
      ({ label: text, x }) =>
        html`<span class="time-tick type-tick number" ${cssProperties({ left: `${frame.box.left + x}px` })}
          >${text}</span
        >`,
    );
  const side = frame.isNarrow ? "inside" : frame.axisOnLeft ? "left" : "right";
  return html`<div class="labels axis-${side}" aria-hidden="true">${values}${times}</div>`;
}
