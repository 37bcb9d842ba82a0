import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import { emptyStateStyles } from "./empty-state.styles.ts";

/**
 * @summary What stands where nothing is yet: one sentence, and what can be done.
 *
 * @slot - Further words or a drawing.
 * @slot actions - Buttons, the most useful first.
 * @csspart heading - The first line.
 * @csspart text - The sentence.
 */
@customElement("portfolio-empty-state")
export class PortfolioEmptyState extends LitElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, emptyStateStyles];

  /** First line, such as "No holdings yet". */
  @property() heading: string = "";

  /** One sentence on what is missing and how it comes. */
  @property() text: string = "";

  override render(): TemplateResult {
    return html`
      ${this.heading ? html`<p class="type-heading" part="heading">${this.heading}</p>` : nothing}
      ${this.text ? html`<p class="text" part="text">${this.text}</p>` : nothing}
      <slot></slot>
      <div class="actions"><slot name="actions"></slot></div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-empty-state": PortfolioEmptyState;
  }
}
