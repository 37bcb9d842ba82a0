import { formatDate } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { appIcon } from "../../appearance/app-icon.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { IntegrityReport, StorageView } from "../../engine/storage-protocol.ts";
import type { AppState } from "../../state/app-state.ts";
import { EngineQuery } from "../../state/engine-query.ts";
import { questionKey } from "../../state/question-key.ts";
import { StateController } from "../../state/state-controller.ts";
import { stepWords } from "../../state/step-words.ts";
import "./backup-keys.ts";
import "./backup-restore.ts";
import { bytesText, checkText, riskText } from "./storage-words.ts";

/**
 * @summary How safe the data is and what keeps it: browser's promise, room, backups, checks, undo, recovery points.
 */
@customElement("portfolio-storage-card")
export class StorageCard extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        gap: var(--pf-space-4);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        align-items: baseline;
        gap: var(--pf-space-2) var(--pf-space-4);
        margin: 0;
      }
      dd {
        margin: 0;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: var(--pf-space-3);
        padding-block: var(--pf-space-2);
      }
      .row {
        flex-wrap: wrap;
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @state() private report: IntegrityReport | undefined = undefined;
  @state() private isBusy: boolean = false;
  @state() private asks: "keys" | "restore" | undefined = undefined;
  #asked = 0;

  readonly #view: EngineQuery<StorageView> = new EngineQuery(this, () => ({
    key: questionKey(this.state) === undefined ? undefined : `${questionKey(this.state)}|${this.#asked}`,
    ask: () => this.state.client.storage(),
  }));

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  override render(): TemplateResult {
    const view = this.#view.value;
    return html`<section class="card" aria-label="Storage">
      <h2>Storage</h2>
      ${view === undefined ? nothing : this.#facts(view)} ${this.#steps()}
      ${view === undefined ? nothing : this.#actions(view)} ${this.#asking()} ${this.#check()}
      ${view === undefined ? nothing : this.#points(view)}
    </section>`;
  }

  #facts(view: StorageView): TemplateResult {
    const { isPersistent = false, usage, quota, backup } = view;
    const { lastBackup } = backup;
    const room =
      usage === undefined || quota === undefined
        ? "not known"
        : `${bytesText(usage)} of ${bytesText(quota)} (${Math.round((usage / quota) * 100)} %)`;
    return html`<dl>
      <dt>Kept by the browser</dt>
      <dd>
        ${isPersistent ? "Yes, it has promised to keep the data." : "No, it may delete the data when space is short."}
        ${isPersistent ? nothing : html`<button class="quiet" @click=${this.#askToPersist}>Ask to keep it</button>`}
      </dd>
      <dt>Used</dt>
      <dd>
        ${room}${view.isNearlyFull ? html` <button @click=${this.#freeSpace}>Free the price history</button>` : nothing}
      </dd>
      <dt>Installed</dt>
      <dd>${matchMedia("(display-mode: standalone)").matches ? "Yes" : "No"}</dd>
      <dt>Last backup</dt>
      <dd>
        ${
          lastBackup === undefined
            ? "None yet"
            : html`${this.#date(lastBackup.at)}, ${lastBackup.where}, ${lastBackup.transactionCount} transactions;
              ${lastBackup.verifiedAt === undefined ? "not restored in a test yet" : `restored in a test on ${this.#date(lastBackup.verifiedAt)}`}`
        }
      </dd>
      <dt>At risk</dt>
      <dd>${riskText(backup.changes, lastBackup !== undefined)}</dd>
    </dl>`;
  }

  #steps(): TemplateResult {
    const { undo, redo } = this.state.engine?.keeping ?? {};
    return html`<div class="row">
      <button ?disabled=${undo === undefined} title="Ctrl+Z" @click=${() => this.state.step("undo")}>
        ${appIcon("undo", 16)} Undo${undo === undefined ? "" : `: ${stepWords(undo)}`}
      </button>
      <button ?disabled=${redo === undefined} title="Ctrl+Shift+Z" @click=${() => this.state.step("redo")}>
        Redo${redo === undefined ? "" : `: ${stepWords(redo)}`}
      </button>
    </div>`;
  }

  #actions(view: StorageView): TemplateResult {
    const backUp = (): void => {
      if (view.hasKeys) void this.#backUp();
      else this.asks = "keys";
    };
    return html`<div class="row">
      <button class="primary" ?disabled=${this.isBusy} @click=${backUp}>Back up now</button>
      <button ?disabled=${this.isBusy} @click=${() => (this.asks = "restore")}>Restore a backup…</button>
      <button ?disabled=${this.isBusy} @click=${() => this.#look(false)}>Check data</button>
    </div>`;
  }

  #asking(): TemplateResult | typeof nothing {
    const close = (): void => {
      this.asks = undefined;
      this.#again();
    };
    if (this.asks === "keys")
      return html`<portfolio-backup-keys
        .state=${this.state}
        @portfolio-keys-made=${() => void this.#backUp()}
        @portfolio-close=${close}
      ></portfolio-backup-keys>`;
    if (this.asks === "restore")
      return html`<portfolio-backup-restore .state=${this.state} @portfolio-close=${close}></portfolio-backup-restore>`;
    return nothing;
  }

  #check(): TemplateResult | typeof nothing {
    const report = this.report ?? this.#view.value?.lastCheck;
    if (report === undefined) return nothing;
    const { findings } = report;
    return html`<div class=${findings.length === 0 ? "note plain" : "note"} role="status">
        ${appIcon(findings.length === 0 ? "check" : "alert")}
        <p>${checkText(report)} Checked on ${this.#date(report.checkedAt)}.</p>
      </div>
      ${
        findings.length === 0
          ? nothing
          : html`<ul>
              ${findings.slice(0, 20).map(({ detail, table, key }) => html`<li><span>${table} ${JSON.stringify(key)}: ${detail}</span></li>`)}
            </ul>`
      }
      ${
        findings.some(({ isRepairable }) => isRepairable)
          ? html`<div class="row">
              <button ?disabled=${this.isBusy} @click=${() => this.#look(true)}>Build derived data again</button>
            </div>`
          : nothing
      }`;
  }

  #points({ recoveryPoints }: StorageView): TemplateResult | typeof nothing {
    if (recoveryPoints.length === 0) return nothing;
    return html`<details>
      <summary>Recovery points on this device (${recoveryPoints.length})</summary>
      <ul>
        ${recoveryPoints.map(
          ({ id, at, reason, transactionCount }) =>
            html`<li>
              <span>${this.#date(at)}, before: ${reason}, ${transactionCount} transactions</span>
              <span class="row">
                <button @click=${() => this.#restorePoint(id)}>Bring back what is missing</button>
                <button class="danger" @click=${() => this.#deletePoint(id)}>Delete</button>
              </span>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #date(moment: string): string {
    return formatDate(moment.slice(0, 10), this.state.view.locale);
  }

  #again(): void {
    this.#asked++;
    this.requestUpdate();
  }

  async #askToPersist(): Promise<void> {
    const isPersistent = (await navigator.storage?.persist?.()) ?? false;
    this.state.say({
      text: isPersistent
        ? "The browser has promised to keep the data"
        : "The browser did not promise it. Install the app, or back up now and then.",
    });
    this.#again();
  }

  async #freeSpace(): Promise<void> {
    await this.state.write("No space could be freed", () => this.state.client.freeSpace("prices"));
    this.#again();
  }

  async #backUp(): Promise<void> {
    this.isBusy = true;
    const { answer: file } = await this.state.write("The backup could not be made", () => this.state.client.backUp());
    this.isBusy = false;
    if (file === undefined) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file.bytes], { type: "application/octet-stream" }));
    link.download = file.fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    this.state.say({ text: `${file.fileName} was handed to the browser: ${file.transactionCount} transactions` });
    this.#again();
  }

  async #look(repairs: boolean): Promise<void> {
    this.isBusy = true;
    const { answer } = await this.state.write("The data could not be checked", () =>
      repairs ? this.state.client.repairData() : this.state.client.checkData(),
    );
    this.isBusy = false;
    this.report = answer ?? this.report;
    this.#again();
  }

  async #restorePoint(id: string): Promise<void> {
    const { answer } = await this.state.write("The recovery point could not be restored", () =>
      this.state.client.restoreRecoveryPoint(id),
    );
    if (answer !== undefined)
      this.state.say({ text: `${answer.added["transactions"] ?? 0} transactions were brought back` });
    this.#again();
  }

  async #deletePoint(id: string): Promise<void> {
    await this.state.write("The recovery point could not be deleted", () => this.state.client.deleteRecoveryPoint(id));
    this.#again();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-storage-card": StorageCard;
  }
}
