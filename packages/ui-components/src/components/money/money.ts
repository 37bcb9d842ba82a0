import { html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import { moneyParts } from "../../formatting/format-money.ts";
import { PortfolioElement } from "../portfolio-element.ts";
import { moneyStyles } from "./money.styles.ts";

/**
 * @summary An amount of money, formatted exactly from a decimal string; as a hero its cents stand back.
 *
 * @csspart figure - The whole amount.
 * @csspart minor - Decimal mark and cents.
 * @cssproperty --portfolio-money-minor-color - Colour of the cents.
 */
@customElement("portfolio-money")
export class PortfolioMoney extends PortfolioElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, moneyStyles];

  /** Decimal string in major units, such as "324117.31". Absent shows "Not yet known". */
  @property() amount: string | undefined = undefined;

  /** ISO 4217 code. */
  @property() currency: string = "";

  /** Reporting currency: it carries the short sign, any other its prefix. */
  @property({ attribute: "home-currency" }) homeCurrency: string | undefined = undefined;

  /** "change" puts "+" before a gain. */
  @property() sign: "amount" | "change" = "amount";

  /** "hero" is the one large figure of a page. */
  @property({ reflect: true }) size: "text" | "hero" = "text";

  override render(): TemplateResult {
    if (this.amount === undefined || this.amount === "")
      return html`<span part="figure">${this.strings.notYetKnown}</span>`;
    const { usedLocale: locale, homeCurrency, sign, masked } = this;
    const parts = moneyParts(this.amount, this.currency, { locale, homeCurrency, sign, masked });
    const minor = parts.minor === "" ? nothing : html`<span class="minor" part="minor">${parts.minor}</span>`;
    return html`<span class="figure number" part="figure">${parts.major}${minor}${parts.tail}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-money": PortfolioMoney;
  }
}
