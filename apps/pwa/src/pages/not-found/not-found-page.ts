import { css, type CSSResultGroup, html, LitElement, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { pageStyles } from "../../appearance/page-styles.ts";

/**
 * @summary What an address without a page shows: that there is none, and the way home.
 */
@customElement("portfolio-not-found-page")
export class NotFoundPage extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      .card {
        max-inline-size: 32rem;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<section class="card stack" aria-label="Page not found">
      <h2>There is no page at this address</h2>
      <p class="muted">The address may be mistyped, or from an older version. Your data is untouched.</p>
      <div class="row"><a class="button primary" href="/">Go to the dashboard</a></div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-not-found-page": NotFoundPage;
  }
}
