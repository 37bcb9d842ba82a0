import { html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import { formatMoney, moneyParts } from "../../formatting/format-money.ts";
import { formatPercent } from "../../formatting/format-percent.ts";
import { speakChange } from "../../localization/speak-change.ts";
import type { Tone } from "../../formatting/tone.ts";
import { arrow } from "../../icons/arrow.ts";
import { PortfolioElement } from "../portfolio-element.ts";
import { deltaStyles } from "./delta.styles.ts";

/**
 * @summary A gain or a loss: arrow, sign and colour together, and words for screen readers.
 *
 * @slot - Words behind the change, such as "today".
 * @csspart figure - The text of the change.
 */
@customElement("portfolio-delta")
export class PortfolioDelta extends PortfolioElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, deltaStyles];

  /** Change as a decimal string; may be left out. */
  @property() amount: string | undefined = undefined;

  /** ISO 4217 code of the amount. */
  @property() currency: string = "";

  /** Reporting currency: it carries the short sign. */
  @property({ attribute: "home-currency" }) homeCurrency: string | undefined = undefined;

  /** Change as a fraction (0.05 is 5 %); may be left out. */
  @property({ type: Number }) fraction: number | undefined = undefined;

  /** Digits of the percentage. */
  @property({ type: Number }) digits: number = 2;

  /** "chip" sets it on a soft background. */
  @property({ reflect: true }) variant: "plain" | "chip" = "plain";

  /** What the shown change means; zero and what rounds to zero are neutral. */
  get tone(): Tone {
    const { usedLocale: locale } = this;
    if (this.#hasAmount) return moneyParts(this.amount ?? "", this.currency, { locale, sign: "change" }).tone;
    const text = this.#percent;
    return text.includes("+") ? "gain" : text.includes("−") ? "loss" : "neutral";
  }

  get #hasAmount(): boolean {
    return this.amount !== undefined && this.amount !== "";
  }

  get #percent(): string {
    if (this.fraction === undefined || !Number.isFinite(this.fraction)) return "";
    return formatPercent(this.fraction, { locale: this.usedLocale, digits: this.digits, sign: "change" });
  }

  override render(): TemplateResult {
    const { tone, usedLocale: locale, homeCurrency, masked } = this;
    const percent = this.#percent;
    const money = this.#hasAmount
      ? formatMoney(this.amount ?? "", this.currency, { locale, homeCurrency, masked, sign: "change" })
      : "";
    if (money === "" && percent === "") return html`<span part="figure">${this.strings.notYetKnown}</span>`;
    const text = money === "" ? percent : percent === "" ? money : `${money} (${percent})`;
    const spoken = speakChange(
      {
        amount: this.#hasAmount ? this.amount : undefined,
        currency: this.currency,
        fraction: this.fraction,
        digits: this.digits,
        masked,
        tone,
      },
      locale,
      this.strings,
    );
    return html`<span class="delta number tone-${tone}">
      ${arrow(tone)}<span part="figure" aria-hidden="true">${text}</span><span class="for-readers">${spoken}</span>
      ${this.childNodes.length > 0 ? html`<span class="gap"><slot></slot></span>` : nothing}
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-delta": PortfolioDelta;
  }
}
