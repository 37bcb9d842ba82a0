import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { BackupPreview, BackupSecret } from "../../engine/storage-protocol.ts";
import type { AppState } from "../../state/app-state.ts";
import { attempt } from "../../state/attempt.ts";

/**
 * @summary Opens a backup file, shows what it would bring, and merges it into the portfolio.
 * @event portfolio-close There is nothing more to ask.
 */
@customElement("portfolio-backup-restore")
export class BackupRestore extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: var(--pf-space-3);
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @state() private fault: string = "";
  @state() private preview: BackupPreview | undefined = undefined;
  #chosen:
    | { readonly bytes: Uint8Array<ArrayBuffer>; readonly secret: BackupSecret; readonly name: string }
    | undefined;

  override render(): TemplateResult {
    return html`<form @submit=${this.#open}>
      <label class="field">Backup file <input name="file" type="file" accept=".pfarchive" required /></label>
      <label class="field"
        >Passphrase or recovery key
        <input name="secret" type="password" autocomplete="off" required aria-invalid=${this.fault !== ""} />
        ${this.fault === "" ? "" : html`<span class="fault" role="alert">${this.fault}</span>`}
      </label>
      ${this.preview === undefined ? nothing : this.#summary(this.preview)}
      <div class="row">
        <button type="button" @click=${this.#close}>Cancel</button>
        <button class=${this.preview === undefined ? "primary" : ""} type="submit">Open</button>
        ${
          this.preview === undefined
            ? nothing
            : html`<button class="primary" type="button" @click=${this.#restore}>Merge into this portfolio</button>`
        }
      </div>
    </form>`;
  }

  #summary({ damaged, header, isWhole, merge, transactionCount }: BackupPreview): TemplateResult {
    const mine = this.state.engine?.transactionCount ?? 0;
    return html`<div class=${isWhole ? "note plain" : "note"} role="status">
      <p>
        ${header.created.slice(0, 10)}: ${transactionCount} transactions; yours: ${mine}. Merging adds
        ${merge.added["transactions"] ?? 0} transactions and ${merge.added["accounts"] ?? 0} accounts;
        ${merge.kept.length} records that say something else here stay as they are, and ${merge.repeatedCount} repeated
        lines stay out.
        ${isWhole ? "" : `The file is damaged: ${damaged.map(({ number, kind }) => `part ${number} (${kind})`).join(", ") || "its checksum is wrong"}. What can be read is offered.`}
      </p>
    </div>`;
  }

  async #open(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const file = fields.get("file") as File;
    const typed = (fields.get("secret") as string).trim();
    const isRecoveryKey = /^([0-9A-Za-z]{4}[\s-]?){14}$/.test(typed);
    const secret = isRecoveryKey ? { recoveryKey: typed } : { passphrase: typed };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { answer, failure } = await attempt("The file could not be opened", () =>
      this.state.client.previewBackup(bytes, secret),
    );
    this.fault = failure ?? "";
    this.preview = answer;
    this.#chosen = { bytes, secret, name: file.name };
  }

  async #restore(): Promise<void> {
    const { bytes, secret, name } = this.#chosen!;
    const { answer, failure } = await attempt("Nothing was restored", () =>
      this.state.client.restoreBackup(bytes, secret, name),
    );
    this.fault = failure ?? "";
    if (answer === undefined) return;
    this.state.say({ text: `${answer.added["transactions"] ?? 0} transactions were restored from ${name}` });
    this.#close();
    void this.state.refreshPrices();
  }

  #close(): void {
    this.preview = undefined;
    this.dispatchEvent(new Event("portfolio-close"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-backup-restore": BackupRestore;
  }
}
