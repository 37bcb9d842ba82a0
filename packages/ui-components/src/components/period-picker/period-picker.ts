import { html, type CSSResultGroup, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import { PeriodChangeEvent } from "../../events/period-change.ts";
import { PortfolioElement } from "../portfolio-element.ts";
import { periodPickerStyles } from "./period-picker.styles.ts";

const defaultPeriods = ["1D", "1W", "1M", "3M", "6M", "YTD", "1Y", "5Y", "MAX"];

/**
 * @summary Chooses the period of charts and figures: a radio group with arrow keys, Home and End.
 *
 * @csspart segment - One choice.
 * @fires {PeriodChangeEvent} portfolio-period-change - The person chose another period; `detail.period` names it.
 */
@customElement("portfolio-period-picker")
export class PortfolioPeriodPicker extends PortfolioElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, periodPickerStyles];

  /** The chosen period: "1D", "1W", "1M", "3M", "6M", "YTD", "1Y", "5Y" or "MAX". */
  @property({ reflect: true }) value: string = "1Y";

  /** The periods that are offered, in order. */
  @property({ attribute: false }) periods: readonly string[] = defaultPeriods;

  override render(): TemplateResult {
    const chosen = this.periods.includes(this.value) ? this.value : this.periods[0];
    return html`<div
      class="segments"
      role="radiogroup"
      aria-label=${this.strings.period}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
    >
      ${this.periods.map((period) => this.#segment(period, period === this.value, period === chosen))}
    </div>`;
  }

  #segment(period: string, isChecked: boolean, isReachable: boolean): TemplateResult {
    const name = this.strings.periods[period] ?? { short: period, long: period };
    return html`<button
      type="button"
      class="segment type-label"
      part="segment"
      role="radio"
      aria-checked=${isChecked ? "true" : "false"}
      aria-label=${name.long}
      tabindex=${isReachable ? 0 : -1}
      @click=${() => this.#choose(period)}
    >
      ${name.short}
    </button>`;
  }

  #onKey(event: KeyboardEvent): void {
    const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const count = this.periods.length;
    const at = this.periods.indexOf(this.value);
    const targets: Record<string, number> = {
      [forward]: at + 1,
      ArrowDown: at + 1,
      [backward]: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: count - 1,
    };
    const target = targets[event.key];
    if (target === undefined || count === 0) return;
    event.preventDefault();
    const index = (target + count) % count;
    this.#choose(this.periods[index] ?? this.value);
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>(".segment")[index]?.focus());
  }

  #choose(period: string): void {
    if (period === this.value) return;
    this.value = period;
    this.dispatchEvent(new PeriodChangeEvent({ period }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-period-picker": PortfolioPeriodPicker;
  }
}
