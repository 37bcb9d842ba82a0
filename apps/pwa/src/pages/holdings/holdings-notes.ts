import type { HoldingsSnapshot } from "@portfolio/core";
import { formatDate } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { appIcon } from "../../appearance/app-icon.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { AppState } from "../../state/app-state.ts";
import { StateController } from "../../state/state-controller.ts";
import { groupNotes, type NoteGroup } from "./group-notes.ts";

/**
 * @summary What keeps holdings from being complete, each sentence once; closed until asked for when there are several.
 * @fires portfolio-enter-price - A price is to be typed for the instrument in `detail`.
 */
@customElement("portfolio-holdings-notes")
export class HoldingsNotes extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      :host([hidden]) {
        display: none;
      }
      .note {
        display: block;
      }
      summary {
        cursor: pointer;
        display: flex;
        align-items: flex-start;
        gap: var(--pf-space-2);
      }
      summary::-webkit-details-marker {
        display: none;
      }
      .groups {
        display: grid;
        gap: var(--pf-space-2);
      }
      .groups.inside {
        padding-block-start: var(--pf-space-3);
        padding-inline-start: calc(16px + var(--pf-space-2));
      }
      .group {
        display: flex;
        gap: var(--pf-space-2);
        align-items: flex-start;
      }
      .about {
        display: flex;
        flex-wrap: wrap;
        gap: var(--pf-space-1);
        padding-block-start: var(--pf-space-1);
      }
      .about button {
        min-block-size: var(--pf-control-height-compact, 32px);
        padding-inline: var(--pf-space-2);
        background: transparent;
        border-color: var(--pf-color-border-control);
        font: var(--pf-type-label);
      }
      .hint {
        text-decoration: underline dotted;
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @property({ attribute: false }) snapshot: HoldingsSnapshot | undefined = undefined;

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  /** Without a note it takes no room either. */
  override willUpdate(): void {
    this.hidden = this.#groups().length === 0;
  }

  override render(): TemplateResult | typeof nothing {
    const groups = this.#groups();
    if (groups.length === 0) return nothing;
    const rows = groups.map((group) => this.#group(group));
    if (groups.length === 1) return html`<div class="note" role="note"><div class="groups">${rows}</div></div>`;
    return html`<div class="note" role="note">
      <details>
        <summary>
          ${appIcon("alert", 16)}<span
            ><strong>${groups.length} notes</strong> on what is missing. <span class="hint">Show them</span></span
          >
        </summary>
        <div class="groups inside">${rows}</div>
      </details>
    </div>`;
  }

  #groups(): NoteGroup[] {
    const serious = (this.snapshot?.issues ?? []).filter(
      ({ severity, code }) => severity === "error" || code === "missing-cost" || code === "unpaired-transfer",
    );
    const { isOnline, engine } = this.state;
    // Without a network the banner of the app says so once, and a typed price is not what is missing.
    const isOff = !isOnline || engine?.marketData.status === "offline";
    return groupNotes(serious, isOff ? [] : (engine?.marketData.unresolved ?? []));
  }

  #group({ sentence, instrumentIds, dates }: NoteGroup): TemplateResult {
    const { locale } = this.state.view;
    if (instrumentIds.length === 0) {
      const days = dates.map((date) => formatDate(date, locale));
      const which =
        days.length === 0 ? "" : days.length === 1 ? `${days[0]}: ` : `${days.length} times, first ${days[0]}: `;
      return html`<div><strong>${which}</strong>${sentence}</div>`;
    }
    const enter = (id: string): TemplateResult =>
      html`<button @click=${() => this.#enterPrice(id)} aria-label="Enter a price of ${this.#name(id)}">
        ${this.#name(id)}
      </button>`;
    if (instrumentIds.length === 1)
      return html`<div>
        <strong>${this.#name(instrumentIds[0]!)}:</strong> ${sentence}
        <button class="quiet" @click=${() => this.#enterPrice(instrumentIds[0]!)}>Enter a price</button>
      </div>`;
    return html`<details>
      <summary>
        <span
          ><strong>${instrumentIds.length} instruments:</strong> ${sentence} <span class="hint">Which ones</span></span
        >
      </summary>
      <p class="caption">Choose one to enter its price.</p>
      <div class="about">${instrumentIds.map(enter)}</div>
    </details>`;
  }

  #name(id: string): string {
    const instrument = this.state.engine?.instruments.find((known) => known.id === id);
    return instrument?.ticker ?? instrument?.name ?? id;
  }

  #enterPrice(instrumentId: string): void {
    this.dispatchEvent(new CustomEvent("portfolio-enter-price", { detail: instrumentId }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-holdings-notes": HoldingsNotes;
  }
}
