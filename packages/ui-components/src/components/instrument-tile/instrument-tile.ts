import { html, LitElement, type CSSResultGroup, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import { instrumentTileStyles } from "./instrument-tile.styles.ts";

/**
 * @summary A monogram in the colour of the asset class: stands for an instrument without asking anyone for a logo.
 *
 * Decorative; the name stands beside it.
 */
@customElement("portfolio-instrument-tile")
export class PortfolioInstrumentTile extends LitElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, instrumentTileStyles];

  /** Ticker or name; its first two letters or digits are shown. */
  @property() label: string = "";

  /** Asset class: "equity-fund", "share", "bond", "cash", "crypto"; anything else is grey. */
  @property({ reflect: true }) kind: string = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("aria-hidden", "true");
  }

  override render(): TemplateResult {
    const letters = Array.from(this.label.replace(/[^\p{L}\p{N}]/gu, "")).slice(0, 2);
    return html`${letters.join("").toUpperCase()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-instrument-tile": PortfolioInstrumentTile;
  }
}
