import type { Measured, PerformanceSnapshot } from "@portfolio/core";
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { chartFrame, type ChartFrame } from "../../chart/chart-frame.ts";
import { ChartGestures } from "../../chart/chart-gestures.ts";
import { probeNames } from "../../chart/palette.ts";
import { SizeWatch } from "../../chart/size-watch.ts";
import { ThemeWatch } from "../../chart/theme-watch.ts";
import { UplotController } from "../../chart/uplot-controller.ts";
import { uplotStyles } from "../../chart/uplot-styles.ts";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { cssProperties } from "../../design-tokens/css-properties.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import { RangeMeasureEvent } from "../../events/range-measure.ts";
import { epochDayToIso } from "../../formatting/format-date.ts";
import { formatMoney } from "../../formatting/format-money.ts";
import { chartPoints, chartSummary, type ChartPoints } from "../../view-models/chart-points.ts";
import "../empty-state/empty-state.ts";
import { PortfolioElement } from "../portfolio-element.ts";
import { chartLegend } from "./chart-legend.ts";
import { chartMenu } from "./chart-menu.ts";
import {
  pointReadout,
  rangeReadout,
  spokenReadout,
  stretchFigures,
  type Readout,
  type ReadoutSource,
} from "./chart-readout.ts";
import { chartCsv, chartTable } from "./chart-table.ts";
import { chartTooltip } from "./chart-tooltip.ts";
import { plotLabels } from "./plot-labels.ts";
import { crosshair, eventLane, measuredStretch } from "./plot-marks.ts";
import { valueChartStyles } from "./value-chart.styles.ts";

/** Heights of the plot without its event lane and time axis, in CSS pixels: wide and narrow. */
const heights = { wide: { least: 232, usual: 320 }, narrow: { least: 176, usual: 192 } } as const;

/** Room for the event lane and the time axis under the plot. */
const footHeight = 40;

/**
 * @summary Value of a portfolio over time against what was paid in, with its events.
 *
 * A picture with a summary in one sentence; arrow keys, Home and End walk along the points, with Shift they measure.
 * The data stands as a table behind the menu.
 *
 * @slot empty-actions - Buttons of the empty state.
 * @csspart plot - The drawing with its labels.
 * @csspart tooltip - The box beside the crosshair.
 * @csspart legend - The line under the drawing.
 * @csspart table - The data as a table.
 * @fires {RangeMeasureEvent} portfolio-range-measure - A range was measured (`detail`), or put away (`detail` undefined).
 */
@customElement("portfolio-value-chart")
export class PortfolioValueChart extends PortfolioElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, uplotStyles, valueChartStyles];

  /** What is drawn. Undefined shows the empty state. */
  @property({ attribute: false }) snapshot: PerformanceSnapshot | undefined = undefined;

  /** Time-weighted return of the measured range, when the host has worked it out; shown in the tooltip. */
  @property({ attribute: false }) rangeReturn: Measured | undefined = undefined;

  /** Height of the plot in CSS pixels, with event lane and time axis; at least 272, or 216 when narrow. */
  @property({ type: Number }) height: number | undefined = undefined;

  /** Shows the shape of the chart while nothing is known. */
  @property({ type: Boolean, reflect: true }) loading: boolean = false;

  /** Says why there is no chart. */
  @property() error: string = "";

  @state() private announcement: string = "";
  @state() private isMenuOpen: boolean = false;
  @state() private isTableOpen: boolean = false;
  @query(".canvas") private canvas!: HTMLElement | null;
  @query(".surface") private surface!: HTMLElement | null;

  #size: SizeWatch = new SizeWatch(this);
  #plot: UplotController = new UplotController(this);
  #points: ChartPoints | undefined;
  #frame: ChartFrame | undefined;
  #gestures: ChartGestures = new ChartGestures({
    count: () => this.#points?.days.length ?? 0,
    indexAt: (clientX) => this.#indexAt(clientX),
    moved: (byKey) => this.#moved(byKey),
    measured: () => this.#measured(),
  });

  constructor() {
    super();
    this.addController(new ThemeWatch(() => this.#plot.recolour()));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("snapshot")) {
      const { snapshot } = this;
      this.#points = snapshot !== undefined && snapshot.days.length > 0 ? chartPoints(snapshot) : undefined;
      this.#gestures.reset();
      this.rangeReturn = undefined;
      this.announcement = "";
    }
    this.#frame = this.#points && this.#size.width > 0 ? chartFrame(this.#points, this.#frameSize()) : undefined;
  }

  override updated(): void {
    if (this.canvas && this.#points && this.#frame) this.#plot.draw(this.canvas, this.#points, this.#frame);
    else this.#plot.clear();
  }

  override render(): TemplateResult {
    const { chart } = this.strings;
    if (this.error)
      return html`<portfolio-empty-state
        heading=${chart.errorTitle}
        text=${this.error}
        role="alert"
      ></portfolio-empty-state>`;
    if (this.loading && !this.#points)
      return html`<div class="bone picture" aria-hidden="true"></div>
        <span class="for-readers" role="status">${this.strings.loading}</span>`;
    if (!this.snapshot || !this.#points)
      return html`<portfolio-empty-state heading=${chart.emptyTitle} text=${chart.emptyText}>
        <slot name="empty-actions" slot="actions"></slot>
      </portfolio-empty-state>`;
    if (this.#points.values.every((value) => value === null))
      return html`<portfolio-empty-state
        heading=${chart.unknownTitle}
        text=${chart.unknownText}
      ></portfolio-empty-state>`;
    return this.#chart(this.snapshot, this.#points);
  }

  #chart(snapshot: PerformanceSnapshot, points: ChartPoints): TemplateResult {
    const { usedLocale: locale, masked, strings } = this;
    const frame = this.#frame;
    return html`
      ${probeNames.map((name) => html`<i class="probe probe-${name}" hidden></i>`)}
      <div class="plot" part="plot" ${cssProperties({ "block-size": `${this.#plotHeight() + footHeight}px` })}>
        <div class="canvas"></div>
        ${frame ? this.#overlay(snapshot, points, frame) : nothing}
        <div
          class="surface"
          role="img"
          tabindex="0"
          aria-label=${chartSummary(snapshot, locale, masked, strings)}
          @pointerdown=${this.#gestures.pointerDown}
          @pointermove=${this.#gestures.pointerMove}
          @pointerup=${this.#gestures.pointerUp}
          @pointercancel=${this.#gestures.pointerUp}
          @pointerleave=${this.#gestures.pointerLeave}
          @dblclick=${this.#gestures.doubleClick}
          @keydown=${this.#gestures.keyDown}
          @blur=${this.#gestures.blur}
        ></div>
      </div>
      <div class="foot">
        ${chartLegend(snapshot.events, strings, frame?.showsContributions ?? true)}
        ${chartMenu(
          { isOpen: this.isMenuOpen, isTableOpen: this.isTableOpen, masked, strings },
          { toggle: this.#toggleMenu, table: this.#toggleTable, copy: this.#copy },
        )}
      </div>
      ${this.isTableOpen ? chartTable(points, snapshot.baseCurrency, locale, masked, strings) : nothing}
      <div class="for-readers" role="status" aria-live="polite">${this.announcement}</div>
    `;
  }

  #overlay(snapshot: PerformanceSnapshot, points: ChartPoints, frame: ChartFrame): TemplateResult {
    const { index, range } = this.#gestures;
    const readout = this.#readout();
    const at = index ?? range?.end ?? 0;
    return html`
      ${plotLabels(frame, this.usedLocale)} ${eventLane(snapshot.events, frame)}
      ${range ? measuredStretch(points, frame, range) : nothing}
      ${index === undefined ? nothing : crosshair(points, frame, index)}
      ${readout ? chartTooltip(readout, frame, frame.toX(points.days[at] ?? 0), frame.toY(points.values[at] ?? frame.range[1])) : nothing}
    `;
  }

  #readout(): Readout | undefined {
    const { snapshot } = this;
    if (!snapshot || !this.#points) return undefined;
    const { usedLocale: locale, masked, strings } = this;
    const source: ReadoutSource = {
      points: this.#points,
      events: snapshot.events,
      currency: snapshot.baseCurrency,
      locale,
      masked,
      strings,
    };
    const { index, range } = this.#gestures;
    if (range) return rangeReadout(source, range, this.rangeReturn);
    return index === undefined ? undefined : pointReadout(source, index);
  }

  #frameSize(): Parameters<typeof chartFrame>[1] {
    return {
      width: this.#size.width,
      height: this.#plotHeight(),
      axisOnLeft: getComputedStyle(this).direction === "rtl",
      label: (value, digits) => this.#tickLabel(value, digits),
    };
  }

  #plotHeight(): number {
    const { least, usual } = this.#size.width < 560 ? heights.narrow : heights.wide;
    return Math.max(least, (this.height ?? usual + footHeight) - footHeight);
  }

  #tickLabel(value: number, shortDigits: number): string {
    const currency = this.snapshot?.baseCurrency ?? "";
    const { usedLocale: locale, masked } = this;
    return formatMoney(value.toFixed(4), currency, {
      locale,
      homeCurrency: currency,
      masked,
      digits: "short",
      shortDigits,
    });
  }

  #indexAt(clientX: number): number {
    const left = this.surface?.getBoundingClientRect().left ?? 0;
    return this.#frame?.indexAt(clientX - left - this.#frame.box.left) ?? 0;
  }

  #moved(byKey: boolean): void {
    const readout = byKey ? this.#readout() : undefined;
    if (readout) this.announcement = spokenReadout(readout, this.strings);
    this.requestUpdate();
  }

  #measured(): void {
    const { range } = this.#gestures;
    this.rangeReturn = undefined;
    if (!range || !this.#points) {
      this.dispatchEvent(new RangeMeasureEvent(undefined));
      return;
    }
    const { days, values } = this.#points;
    const { change, gain } = stretchFigures(this.#points, range);
    const iso = (index: number): string => epochDayToIso(days[index] ?? 0);
    const figures = {
      startValue: values[range.start] ?? Number.NaN,
      endValue: values[range.end] ?? Number.NaN,
      change: change ?? Number.NaN,
      gain: gain ?? Number.NaN,
    };
    this.dispatchEvent(new RangeMeasureEvent({ from: iso(range.start), to: iso(range.end), ...figures }));
  }

  #toggleMenu: (open: boolean) => void = (open) => {
    this.isMenuOpen = open;
  };

  #toggleTable: () => void = () => {
    this.isTableOpen = !this.isTableOpen;
    this.isMenuOpen = false;
  };

  #copy: () => void = () => {
    this.isMenuOpen = false;
    if (this.masked || !this.snapshot) return;
    const { copied, copyFailed } = this.strings.chart;
    void navigator.clipboard.writeText(chartCsv(this.snapshot)).then(
      () => (this.announcement = copied),
      () => (this.announcement = copyFailed),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-value-chart": PortfolioValueChart;
  }
}
