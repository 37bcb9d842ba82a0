import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { AppState } from "../../state/app-state.ts";
import { EngineQuery } from "../../state/engine-query.ts";
import { brokersOf, type KnownBroker } from "./known-brokers.ts";

/** Enough to show that it is a list; the rest is one press away. */
const shownAtFirst = 8;

/**
 * @summary The brokers and programs whose files are recognised, a few at first and all on demand.
 */
@customElement("portfolio-known-formats")
export class KnownFormats extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      :host {
        display: block;
        max-inline-size: 44rem;
      }
      .chips {
        display: flex;
        gap: var(--pf-space-2);
        flex-wrap: wrap;
        justify-content: center;
      }
      summary {
        cursor: pointer;
        min-block-size: var(--pf-hit-target, 2.75rem);
        display: grid;
        place-items: center;
        color: var(--pf-color-accent);
        font: var(--pf-type-label);
      }
      .note {
        margin-block-start: var(--pf-space-3);
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  readonly #formats = new EngineQuery(this, () => ({ key: "formats", ask: () => this.state.client.importFormats() }));

  override render(): TemplateResult {
    const brokers = brokersOf(this.#formats.value ?? []);
    const rest = brokers.slice(shownAtFirst);
    return html`<div class="chips">
        ${brokers.slice(0, shownAtFirst).map(chip)}<span class="chip">any other CSV</span>
      </div>
      ${
        rest.length === 0
          ? nothing
          : html`<details>
              <summary>and ${rest.length} more</summary>
              <div class="chips">${rest.map(chip)}</div>
            </details>`
      }`;
  }
}

function chip({ name, files }: KnownBroker): TemplateResult {
  return html`<span class="chip" title=${files.join(", ")}>${name}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-known-formats": KnownFormats;
  }
}
