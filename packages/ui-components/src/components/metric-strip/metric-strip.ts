import { html, LitElement, type CSSResultGroup, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import { currentStrings } from "../../localization/current-strings.ts";
import { metricStripStyles } from "./metric-strip.styles.ts";

/**
 * @summary Metric cards in one card, parted by hairlines: a row when wide, two across on a phone.
 *
 * @slot - `<portfolio-metric-card>` elements.
 * @csspart strip - The card around the cells.
 */
@customElement("portfolio-metric-strip")
export class PortfolioMetricStrip extends LitElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, metricStripStyles];

  /** Name of the group for screen readers. */
  @property() label: string = "";

  override render(): TemplateResult {
    return html`<div class="strip" part="strip" role="group" aria-label=${this.label || currentStrings().keyFigures}>
      <slot></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-metric-strip": PortfolioMetricStrip;
  }
}
