import { css, type CSSResultGroup, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type AppIcon, appIcon } from "../../appearance/app-icon.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import { navigate } from "../../state/router.ts";
import type { AppState } from "../../state/app-state.ts";

/**
 * @summary The first visit: three ways in, and the promise that nothing leaves the device.
 */
@customElement("portfolio-onboarding-page")
export class OnboardingPage extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      .welcome {
        max-inline-size: 62rem;
        margin: clamp(1rem, 7vh, 5rem) auto 0;
        display: grid;
        gap: var(--pf-space-8);
      }
      .welcome > header {
        display: grid;
        gap: var(--pf-space-3);
        max-inline-size: 38rem;
      }
      .welcome h2 {
        font: var(--pf-type-hero);
        letter-spacing: -0.025em;
      }
      .ways {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--pf-space-5);
      }
      .way {
        display: grid;
        gap: var(--pf-space-3);
        align-content: start;
        justify-items: start;
      }
      .way h3 {
        font: var(--pf-type-heading);
      }
      .way p {
        color: var(--pf-color-text-muted);
        flex: 1;
      }
      .way button {
        margin-block-start: var(--pf-space-2);
      }
      .badge {
        display: grid;
        place-items: center;
        inline-size: 2.5rem;
        block-size: 2.5rem;
        border-radius: var(--pf-radius-control);
        background: var(--pf-color-accent-soft);
        color: var(--pf-color-accent);
      }
      .card.drop {
        outline: 2px dashed var(--pf-color-accent);
        outline-offset: -6px;
      }
      @media (max-width: 61.99rem) {
        .ways {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;

  override render(): TemplateResult {
    return html`<div class="welcome">
      <header>
        <h2>What you have, what it cost, what it returned</h2>
        <p class="muted">
          Exact to the last digit, explained, and on this device alone: no account, no cloud, no tracking. It works
          without a network.
        </p>
      </header>
      <div class="ways">
        ${this.#way("import", "Import a broker's file", "Drop a CSV of one of more than thirty brokers; any other CSV by choosing its columns. You see what each line becomes before anything is stored.", "Import a file", () => navigate(this.state, "import"), true)}
        ${this.#way("plus", "Add a transaction", "Type a purchase, a deposit or a dividend. Prices and exchange rates are looked up where there is a network.", "Add one", () => this.state.set({ entry: {} }), false)}
        ${this.#way("sparkles", "Explore a sample", "Four invented years of a saver with three accounts and three currencies. Stored apart; leaving it never touches your data.", "Open the sample", () => void this.state.open("sample"), false)}
      </div>
      <p class="caption">
        Used this app here before and see nothing? Browsers may clear data of sites that are not installed.
        <a href="/import">Import your last export</a> to have everything back, or your broker's files again.
      </p>
    </div>`;
  }

  #way(
    icon: AppIcon,
    title: string,
    text: string,
    action: string,
    run: () => void,
    isPrimary: boolean,
  ): TemplateResult {
    return html`<section class="card way">
      <span class="badge">${appIcon(icon, 20)}</span>
      <h3>${title}</h3>
      <p>${text}</p>
      <button class=${isPrimary ? "primary" : ""} @click=${run}>${action}</button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-onboarding-page": OnboardingPage;
  }
}
