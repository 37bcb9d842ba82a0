import type { TransactionKind } from "@portfolio/core";
import { formatMoney, formatPrice, formatQuantity } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import type { EntryOutcome, TransactionEntry } from "../../engine/engine-protocol.ts";
import { dialogStyles } from "../../appearance/dialog-styles.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import { type AppState, today } from "../../state/app-state.ts";
import { attempt } from "../../state/attempt.ts";
import { writeAmount } from "../../state/write-amount.ts";
import { emptyEntry } from "./empty-entry.ts";
import { type EntryFaults, type EntryField, entryKinds, type EntryText } from "./entry-fields.ts";
import { instrumentText } from "./instrument-text.ts";
import { kindWords } from "./kind-words.ts";
import { type EntryIds, readEntry } from "./read-entry.ts";
import { shownFields, type StoredEntry, storedEntry } from "./stored-entry.ts";

const labels: Readonly<Record<EntryField, string>> = {
  instrument: "Instrument",
  quantity: "Quantity",
  unitPrice: "Price of one",
  grossAmount: "Amount",
  feeAmount: "Fee",
  taxAmount: "Tax withheld",
  currency: "Currency",
  toAmount: "Amount received",
  toCurrency: "Currency received",
  ratio: "Ratio, new for old",
};
const examples: Partial<Record<EntryField, string>> = {
  instrument: "XEQT or a name",
  quantity: "10",
  unitPrice: "41.28",
  grossAmount: "1000",
  ratio: "4:1",
  toCurrency: "USD",
};

/**
 * @summary Records or edits one transaction; shows what saving would change before it is saved.
 */
@customElement("portfolio-entry-drawer")
export class EntryDrawer extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    dialogStyles,
    css`
      @media (min-width: 48rem) {
        dialog {
          margin: 0;
          margin-inline-start: auto;
          block-size: 100dvh;
          max-block-size: 100dvh;
          border-radius: 0;
        }
      }
      .pairs {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--pf-space-4);
      }
      .pairs .whole {
        grid-column: span 2;
      }
      .warning {
        color: var(--pf-color-warning);
      }
      .outcome {
        background: var(--pf-color-surface-sunken);
        border-radius: var(--pf-radius-control);
        padding: var(--pf-space-3) var(--pf-space-4);
        display: grid;
        gap: var(--pf-space-2);
        font: var(--pf-type-table);
      }
      .outcome div {
        display: flex;
        justify-content: space-between;
        gap: var(--pf-space-3);
      }
      .actions {
        position: sticky;
        inset-block-end: calc(-1 * var(--pf-space-6));
        background: var(--pf-color-surface-raised);
        padding-block: var(--pf-space-3);
        flex-wrap: wrap;
      }
      .actions .note {
        flex-basis: 100%;
        align-items: center;
      }
      .actions .note button {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @property({ attribute: false }) transactionId: string | undefined = undefined;
  @state() private text: EntryText = emptyEntry(today());
  @state() private faults: EntryFaults = {};
  @state() private outcome: EntryOutcome | undefined = undefined;
  @state() private failure: string = "";
  /** Whether what would have no effect waits for an explicit yes. */
  @state() private isAsking: boolean = false;
  /** What is edited, as it is stored. */
  @state() private stored: StoredEntry | undefined = undefined;
  @query("dialog") private dialog!: HTMLDialogElement;
  #ids: EntryIds = newIds();
  #asked = 0;

  override firstUpdated(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const { engine, currency } = this.state;
    this.text = { ...emptyEntry(today()), currency, account: this.state.scope?.[0] ?? engine?.accounts[0]?.id ?? "" };
    if (this.transactionId !== undefined && !(await this.#load(this.transactionId))) return;
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const fields = this.#fields;
    const accounts = this.state.engine?.accounts ?? [];
    const isEdit = this.transactionId !== undefined;
    return html`<dialog aria-labelledby="entry-title" @close=${() => this.state.set({ entry: undefined })}>
      <form @submit=${(event: SubmitEvent) => this.#save(event)} @input=${this.#read} novalidate>
        <h2 id="entry-title">${isEdit ? "Edit transaction" : "Add a transaction"}</h2>
        <div class="pairs">
          <label class="field"
            >Kind
            <select name="kind" ?disabled=${this.#kinds.length === 1}>
              ${this.#kinds.map((kind) => html`<option value=${kind} .selected=${kind === this.text.kind}>${kindWords[kind]}</option>`)}
            </select>
          </label>
          <label class="field"
            >Date<input
              type="date"
              name="tradeDate"
              .value=${this.text.tradeDate}
              aria-invalid=${this.faults.tradeDate !== undefined}
            />${this.#fault("tradeDate")}</label
          >
          ${fields.map((field) => this.#field(field))}
          ${
            fields.length === 0
              ? html`<p class="caption whole">
                  Of a ${kindWords[this.text.kind as TransactionKind].toLowerCase()} the date and the note can be
                  changed here. Everything else stays as it is stored.
                </p>`
              : html`<label class="field whole"
                  >Account
                  <select name="account">
                    ${accounts.length === 0 ? html`<option value="">My account (new)</option>` : accounts.map(({ id, name }) => html`<option .value=${id} .selected=${id === this.text.account}>${name}</option>`)}
                  </select>
                </label>`
          }
          <label class="field whole">Note<input name="note" .value=${this.text.note} autocomplete="off" /></label>
        </div>
        ${this.#outcomeBox()} ${this.failure === "" ? nothing : html`<p class="fault" role="alert">${this.failure}</p>`}
        <div class="actions">
          ${this.#question()}
          <button type="button" @click=${() => this.dialog.close()}>Cancel</button>
          ${isEdit ? nothing : html`<button type="submit" value="again">Save and add another</button>`}
          <button class="primary" type="submit" value="save">Save</button>
        </div>
      </form>
    </dialog>`;
  }

  get #fields(): readonly EntryField[] {
    return shownFields(this.text.kind as TransactionKind, this.stored, this.state.engine?.instruments ?? []);
  }

  /** A stored transaction of a kind the form does not offer keeps its kind. */
  get #kinds(): readonly TransactionKind[] {
    const offered = entryKinds.map(({ kind }) => kind);
    const own = this.stored?.transaction.kind;
    return own === undefined || offered.includes(own) ? offered : [own];
  }

  #field(field: EntryField): TemplateResult {
    const instruments = this.state.engine?.instruments ?? [];
    const isAmount = !["instrument", "currency", "toCurrency", "ratio"].includes(field);
    const example = examples[field] ?? "";
    return html`<label class=${field === "instrument" ? "field whole" : "field"}
      >${labels[field]}
      <input
        name=${field}
        .value=${this.text[field]}
        placeholder=${isAmount ? writeAmount(example, this.state.view.locale) : example}
        inputmode=${isAmount ? "decimal" : "text"}
        autocomplete="off"
        list=${ifDefined(field === "instrument" ? "instruments" : undefined)}
        aria-invalid=${this.faults[field] !== undefined}
      />
      ${field === "instrument" ? html`<datalist id="instruments">${instruments.map((instrument) => html`<option value=${instrumentText(instrument, instruments)}>${instrument.name}, ${instrument.currency}</option>`)}</datalist>` : nothing}
      ${field === "grossAmount" && this.#fields.includes("unitPrice") ? html`<span class="caption">This is what counts; the price is as the file printed it.</span>` : nothing}
      ${this.#fault(field)}
    </label>`;
  }

  #fault(field: keyof EntryText): TemplateResult | typeof nothing {
    const fault = this.faults[field];
    return fault === undefined ? nothing : html`<span class="fault">${fault}</span>`;
  }

  #outcomeBox(): TemplateResult | typeof nothing {
    const { outcome } = this;
    const isFuture = this.text.tradeDate > today();
    const warning = isFuture
      ? html`<p class="warning">This day is still to come. Until then it is in no figure but already in the list.</p>`
      : nothing;
    if (outcome === undefined)
      return isFuture ? html`<div class="outcome" aria-live="polite">${warning}</div>` : nothing;
    const { view, currency: home } = this.state;
    const { quantity, unitCost, cash } = outcome;
    const price = (amount: string | undefined, of: string): string =>
      amount === undefined ? "–" : formatPrice(amount, of, view.locale, home);
    const money = (amount: string, of: string): string =>
      formatMoney(amount, of, { locale: view.locale, homeCurrency: home, masked: view.isMasked });
    return html`<div class="outcome" aria-live="polite">
      ${quantity === undefined ? nothing : html`<div><span class="muted">Quantity held</span><span>${formatQuantity(quantity.before, view.locale)} to ${formatQuantity(quantity.after, view.locale)}</span></div>`}
      ${unitCost === undefined ? nothing : html`<div><span class="muted">Average cost</span><span>${price(unitCost.before, unitCost.currency)} to ${price(unitCost.after, unitCost.currency)}</span></div>`}
      ${cash === undefined ? nothing : html`<div><span class="muted">Cash, ${cash.currency}</span><span>${money(cash.before, cash.currency)} to ${money(cash.after, cash.currency)}</span></div>`}
      ${warning} ${outcome.issues.map(({ message }) => html`<p class="fault">${message}</p>`)}
    </div>`;
  }

  #question(): TemplateResult | typeof nothing {
    if (!this.isAsking) return nothing;
    return html`<div class="note error" role="alert">
      <p>As it stands this transaction has no effect on any figure. Correct it, or keep it to mend it later.</p>
      <button type="submit" value="anyway">Save anyway</button>
    </div>`;
  }

  #read(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.text = { ...this.text, [input.name]: input.value };
    const { [input.name as keyof EntryText]: _mended, ...others } = this.faults;
    this.faults = input.name === "kind" ? {} : others;
    this.isAsking = false;
    void this.#preview();
  }

  async #preview(): Promise<void> {
    const asked = ++this.#asked;
    const { entry } = this.#entry();
    const outcome = entry === undefined ? undefined : await this.#outcomeOf(entry);
    if (asked === this.#asked) this.outcome = outcome;
  }

  /** Without an outcome nothing is held up: it is a help, and saving says for itself what goes wrong. */
  async #outcomeOf(entry: TransactionEntry): Promise<EntryOutcome | undefined> {
    return this.state.client.previewEntry(entry).catch(() => undefined);
  }

  #entry(): ReturnType<typeof readEntry> {
    const { engine, view } = this.state;
    return readEntry(this.text, {
      accounts: engine?.accounts ?? [],
      instruments: engine?.instruments ?? [],
      currencies: engine?.currencies ?? [],
      ids: this.#ids,
      locale: view.locale,
      stored: this.stored,
    });
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const wish = (event.submitter as HTMLButtonElement | null)?.value;
    const { entry, faults } = this.#entry();
    this.faults = faults;
    this.failure = "";
    if (entry === undefined) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    if (wish !== "anyway") {
      this.outcome = await this.#outcomeOf(entry);
      this.isAsking = this.outcome?.issues.some(({ severity }) => severity === "error") ?? false;
      if (this.isAsking) return;
    }
    const { failure } = await attempt("This could not be saved", () => this.state.client.saveEntry(entry));
    if (failure !== undefined) {
      this.failure = failure;
      return;
    }
    void this.state.refreshPrices();
    this.#saySaved(entry);
    if (wish === "again") this.#startAnother();
    else this.dialog.close();
  }

  #saySaved({ transaction }: TransactionEntry): void {
    const { client } = this.state;
    const before = this.stored?.transaction;
    this.state.say(
      before === undefined
        ? {
            text: "Transaction added",
            action: { label: "Undo", run: async () => void (await client.removeTransactions([transaction.id])) },
          }
        : {
            text: "Transaction saved",
            action: { label: "Undo", run: () => client.saveEntry({ transaction: before }) },
          },
    );
  }

  #startAnother(): void {
    const { kind, tradeDate, account, currency } = this.text;
    this.#ids = newIds();
    this.text = { ...emptyEntry(tradeDate), kind, account, currency };
    this.outcome = undefined;
    this.isAsking = false;
  }

  /** Answers whether there is something to edit; when not, the drawer goes and says why. */
  async #load(id: string): Promise<boolean> {
    const { answer, failure } = await attempt("The transaction could not be opened", () =>
      this.state.client.transaction(id),
    );
    if (answer === undefined) {
      this.state.say({ text: failure ?? "The transaction is no longer there." });
      this.state.set({ entry: undefined });
      return false;
    }
    this.#ids = { ...newIds(), transaction: id };
    this.stored = storedEntry(answer.transaction, this.state.engine?.instruments ?? [], this.state.view.locale);
    this.text = this.stored.text;
    return true;
  }
}

function newIds(): EntryIds {
  return { transaction: crypto.randomUUID(), account: crypto.randomUUID(), instrument: crypto.randomUUID() };
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-entry-drawer": EntryDrawer;
  }
}
