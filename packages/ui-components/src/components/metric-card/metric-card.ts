import type { UndefinedReason } from "@portfolio/core";
import { html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import { ExplainEvent } from "../../events/explain.ts";
import { MendRequestEvent } from "../../events/mend-request.ts";
import { mask } from "../../formatting/mask.ts";
import { maskAmounts } from "../../formatting/mask-amounts.ts";
import type { Tone } from "../../formatting/tone.ts";
import type { MetricCardModel } from "../../view-models/metric-card-model.ts";
import { PortfolioElement } from "../portfolio-element.ts";
import { metricCardStyles } from "./metric-card.styles.ts";

/**
 * @summary One figure with its label above and its explanation below.
 *
 * @slot label - Instead of the `label` property.
 * @slot figure - Instead of the `figure` property; the host masks what it puts here.
 * @slot caption - Instead of the `caption` property.
 * @slot aside - Something small beside the figure, such as bars.
 * @csspart label - The line above.
 * @csspart figure - The figure, a button when it can be explained.
 * @csspart caption - The line below.
 * @fires {ExplainEvent} portfolio-explain - The person asks how the figure came about.
 * @fires {MendRequestEvent} portfolio-mend-request - The person wants to supply what the figure lacks.
 */
@customElement("portfolio-metric-card")
export class PortfolioMetricCard extends PortfolioElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, metricCardStyles];

  /** What is measured. */
  @property() label: string = "";

  /** The figure as text. Empty means not yet known. */
  @property() figure: string = "";

  /** What the figure means or comes from. */
  @property() caption: string = "";

  /** Colours a change; a value is never coloured. */
  @property({ reflect: true }) tone: Tone = "neutral";

  /** Name under which the figure can be explained; makes it a button with a dotted underline. */
  @property() explains: string = "";

  /** Why there is no figure. */
  @property() reason: UndefinedReason | undefined = undefined;

  /** Hides the figure with `masked` even where no currency sign marks it as an amount, such as a quantity. */
  @property({ type: Boolean }) sensitive: boolean = false;

  /** Shows the shape of the card while nothing is known. */
  @property({ type: Boolean, reflect: true }) loading: boolean = false;

  /** Label, figure, caption, tone and reason at once. */
  set model(model: MetricCardModel) {
    this.label = model.label;
    this.figure = model.reason === undefined ? model.figure : "";
    this.caption = model.caption ?? "";
    this.tone = model.tone;
    this.reason = model.reason;
  }

  override render(): TemplateResult {
    const caption =
      this.#hide(this.caption, false) || (this.reason === undefined ? "" : this.strings.reasons[this.reason]);
    return html`<div class="cell" aria-busy=${this.loading ? "true" : "false"}>
      <div class="label type-label" part="label"><slot name="label">${this.label}</slot></div>
      ${
        this.loading
          ? html`<span class="bone wide"></span><span class="bone short"></span
              ><span class="for-readers">${this.strings.loading}</span>`
          : html`<div class="row">${this.#figure()}<slot name="aside"></slot></div>
              <div class="caption type-caption" part="caption"><slot name="caption">${caption}</slot></div>
              ${this.#mend()}`
      }
    </div>`;
  }

  #figure(): TemplateResult {
    const isUnknown = this.figure === "";
    const text = isUnknown ? this.strings.notYetKnown : this.#hide(this.figure, this.sensitive);
    const body = html`<slot name="figure">${text}</slot>`;
    const isSlotted = this.querySelector('[slot="figure"]') !== null;
    if (isUnknown && !isSlotted) return html`<div class="figure unknown" part="figure">${body}</div>`;
    if (this.explains === "") return html`<div class="figure number tone-${this.tone}" part="figure">${body}</div>`;
    return html`<button
      type="button"
      class="figure number explains tone-${this.tone}"
      part="figure"
      aria-haspopup="dialog"
      @click=${this.#explain}
    >
      ${body}<span class="for-readers">. ${this.strings.explain(this.label)}</span>
    </button>`;
  }

  #hide(text: string, whole: boolean): string {
    if (!this.masked) return text;
    return whole ? mask : maskAmounts(text);
  }

  #mend(): TemplateResult | typeof nothing {
    const { reason } = this;
    const words = reason === undefined ? undefined : this.strings.mend[reason];
    if (reason === undefined || words === undefined) return nothing;
    return html`<button
      type="button"
      class="mend type-caption"
      @click=${() => this.dispatchEvent(new MendRequestEvent({ reason }))}
    >
      ${words}
    </button>`;
  }

  #explain: (event: Event) => void = (event) => {
    this.dispatchEvent(new ExplainEvent({ figure: this.explains, anchor: event.currentTarget as HTMLElement }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-metric-card": PortfolioMetricCard;
  }
}
