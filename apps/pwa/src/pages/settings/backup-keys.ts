import { css, type CSSResultGroup, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { AppState } from "../../state/app-state.ts";
import { attempt } from "../../state/attempt.ts";

/**
 * @summary Makes the keys of the first encrypted backup: passphrase, then the recovery key, shown once.
 * @event portfolio-keys-made The keys are there; a backup can be made.
 * @event portfolio-close There is nothing more to ask.
 */
@customElement("portfolio-backup-keys")
export class BackupKeys extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      form,
      div.made {
        display: grid;
        gap: var(--pf-space-3);
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @state() private fault: string = "";
  @state() private recoveryKey: string = "";

  override render(): TemplateResult {
    if (this.recoveryKey !== "")
      return html`<div class="made">
        <p>
          <strong>Your recovery key.</strong> It opens the backups when the passphrase is forgotten. Write it down now:
        </p>
        <p><code>${this.recoveryKey}</code></p>
        <p class="caption">It is shown this once. Without passphrase and recovery key nobody can open a backup.</p>
        <div class="row"><button class="primary" @click=${this.#done}>I have written it down: back up</button></div>
      </div>`;
    return html`<form @submit=${this.#make}>
      <label class="field"
        >Passphrase for your backups, at least 12 characters
        <input name="first" type="password" autocomplete="new-password" aria-invalid=${this.fault !== ""} />
      </label>
      <label class="field"
        >Once more <input name="second" type="password" autocomplete="new-password" />
        ${this.fault === "" ? "" : html`<span class="fault" role="alert">${this.fault}</span>`}
      </label>
      <div class="row">
        <button type="button" @click=${() => this.#tell("portfolio-close")}>Cancel</button>
        <button class="primary" type="submit">Make the keys</button>
      </div>
    </form>`;
  }

  async #make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const [first, second] = [fields.get("first") as string, fields.get("second") as string];
    if (first !== second) {
      this.fault = "The two passphrases are not the same.";
      return;
    }
    const { answer, failure } = await attempt("The keys could not be made", () =>
      this.state.client.makeBackupKeys(first),
    );
    this.fault = failure ?? "";
    this.recoveryKey = answer ?? "";
  }

  #done(): void {
    this.recoveryKey = "";
    this.#tell("portfolio-keys-made");
    this.#tell("portfolio-close");
  }

  #tell(name: string): void {
    this.dispatchEvent(new Event(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-backup-keys": BackupKeys;
  }
}
