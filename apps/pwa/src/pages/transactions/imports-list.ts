import type { ImportBatch } from "@portfolio/storage";
import { formatDate } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { appIcon } from "../../appearance/app-icon.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { AppState } from "../../state/app-state.ts";
import { EngineQuery } from "../../state/engine-query.ts";
import { questionKey } from "../../state/question-key.ts";
import { attempt } from "../../state/attempt.ts";
import { StateController } from "../../state/state-controller.ts";

/**
 * @summary The imports so far; each can be undone as a whole, also much later.
 */
@customElement("portfolio-imports-list")
export class ImportsList extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      li {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: var(--pf-space-4);
        padding-block: var(--pf-space-2);
        border-block-start: 1px solid var(--pf-color-border);
      }
      h2 {
        margin-block-end: var(--pf-space-3);
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;

  readonly #imports: EngineQuery<readonly ImportBatch[]> = new EngineQuery(this, () => ({
    key: questionKey(this.state),
    ask: () => this.state.client.imports(),
  }));

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  override render(): TemplateResult | typeof nothing {
    const imports = this.#imports.value ?? [];
    if (imports.length === 0) return nothing;
    return html`<section class="card" aria-label="Imports">
      <h2>Imports</h2>
      <ul>
        ${imports.map(
          ({ id, fileName, importedAt, transactionCount }) =>
            html`<li>
              <div>
                <div class="strong">${fileName}</div>
                <div class="caption">
                  ${transactionCount} transactions, imported
                  ${formatDate(importedAt.slice(0, 10), this.state.view.locale)}
                </div>
              </div>
              <button @click=${() => this.#undo(id, fileName)}>${appIcon("undo", 16)} Undo import</button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  async #undo(id: string, fileName: string, evenIfEdited = false): Promise<void> {
    const what = `The import of ${fileName} could not be undone`;
    const { answer: count, failure } = await attempt(what, () => this.state.client.undoImport(id, evenIfEdited));
    if (failure !== undefined) {
      const again = { label: "Undo all the same", run: () => this.#undo(id, fileName, true) };
      const isEdited = failure.includes("were changed since");
      this.state.say({ text: failure, isFailure: true, ...(isEdited ? { action: again } : {}) });
    }
    if (count !== undefined) this.state.say({ text: `Import of ${fileName} undone: ${count} transactions taken out` });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-imports-list": ImportsList;
  }
}
