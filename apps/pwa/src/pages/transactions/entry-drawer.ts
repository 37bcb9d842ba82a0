import type { TransactionKind } from "@portfolio/core";
import { formatMoney, formatPrice, formatQuantity } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import type { EntryOutcome } from "../../engine/engine-protocol.ts";
import { dialogStyles } from "../../appearance/dialog-styles.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import { type AppState, today } from "../../state/app-state.ts";
import {
  type EntryFaults,
  type EntryField,
  type EntryIds,
  entryKinds,
  type EntryText,
  readEntry,
} from "./entry-fields.ts";
import { kindWords } from "./kind-words.ts";

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
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @property({ attribute: false }) transactionId: string | undefined = undefined;
  @state() private text: EntryText = emptyText();
  @state() private faults: EntryFaults = {};
  @state() private outcome: EntryOutcome | undefined = undefined;
  @state() private failure: string = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  #ids: EntryIds = newIds();
  #asked = 0;

  override firstUpdated(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const { engine, currency } = this.state;
    this.text = { ...emptyText(), currency, account: this.state.scope?.[0] ?? engine?.accounts[0]?.id ?? "" };
    if (this.transactionId !== undefined) await this.#load(this.transactionId);
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const fields = entryKinds.find(({ kind }) => kind === this.text.kind)?.fields ?? [];
    const accounts = this.state.engine?.accounts ?? [];
    const isEdit = this.transactionId !== undefined;
    return html`<dialog aria-labelledby="entry-title" @close=${() => this.state.set({ entry: undefined })}>
      <form @submit=${(event: SubmitEvent) => this.#save(event)} @input=${this.#read} novalidate>
        <h2 id="entry-title">${isEdit ? "Edit transaction" : "Add a transaction"}</h2>
        <div class="pairs">
          <label class="field"
            >Kind
            <select name="kind">
              ${this.#kinds().map((kind) => html`<option value=${kind} .selected=${kind === this.text.kind}>${kindWords[kind]}</option>`)}
            </select>
          </label>
          <label class="field"
            >Date<input type="date" name="tradeDate" .value=${this.text.tradeDate} />${this.#fault("tradeDate")}</label
          >
          ${fields.map((field) => this.#field(field))}
          <label class="field whole"
            >Account
            <select name="account">
              ${accounts.length === 0 ? html`<option value="">My account (new)</option>` : accounts.map(({ id, name }) => html`<option .value=${id} .selected=${id === this.text.account}>${name}</option>`)}
            </select>
          </label>
          <label class="field whole">Note<input name="note" .value=${this.text.note} autocomplete="off" /></label>
        </div>
        ${this.#outcomeBox()} ${this.failure === "" ? nothing : html`<p class="fault" role="alert">${this.failure}</p>`}
        <div class="actions">
          <button type="button" @click=${() => this.dialog.close()}>Cancel</button>
          ${isEdit ? nothing : html`<button type="submit" value="again">Save and add another</button>`}
          <button class="primary" type="submit" value="save">Save</button>
        </div>
      </form>
    </dialog>`;
  }

  /** An edited transaction of a kind the form does not offer keeps its kind. */
  #kinds(): TransactionKind[] {
    return entryKinds.map(({ kind }) => kind);
  }

  #field(field: EntryField): TemplateResult {
    const instruments = this.state.engine?.instruments ?? [];
    const isAmount = !["instrument", "currency", "toCurrency", "ratio"].includes(field);
    return html`<label class=${field === "instrument" ? "field whole" : "field"}
      >${labels[field]}
      <input
        name=${field}
        .value=${this.text[field]}
        placeholder=${examples[field] ?? ""}
        inputmode=${isAmount ? "decimal" : "text"}
        autocomplete="off"
        list=${ifDefined(field === "instrument" ? "instruments" : undefined)}
        aria-invalid=${this.faults[field] !== undefined}
      />
      ${field === "instrument" ? html`<datalist id="instruments">${instruments.map(({ ticker, name, currency }) => html`<option value=${ticker ?? name}>${name}, ${currency}</option>`)}</datalist>` : nothing}
      ${this.#fault(field)}
    </label>`;
  }

  #fault(field: keyof EntryText): TemplateResult | typeof nothing {
    const fault = this.faults[field];
    return fault === undefined ? nothing : html`<span class="fault">${fault}</span>`;
  }

  #outcomeBox(): TemplateResult | typeof nothing {
    const { outcome } = this;
    if (outcome === undefined) return nothing;
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
      ${outcome.issues.map(({ message }) => html`<p class="fault">${message}</p>`)}
    </div>`;
  }

  #read(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.text = { ...this.text, [input.name]: input.value };
    const { [input.name as keyof EntryText]: _mended, ...others } = this.faults;
    this.faults = input.name === "kind" ? {} : others;
    void this.#preview();
  }

  async #preview(): Promise<void> {
    const asked = ++this.#asked;
    const { entry } = this.#entry();
    const outcome =
      entry === undefined ? undefined : await this.state.client.previewEntry(entry).catch(() => undefined);
    if (asked === this.#asked) this.outcome = outcome;
  }

  #entry(): ReturnType<typeof readEntry> {
    return readEntry(this.text, this.state.engine?.accounts ?? [], this.state.engine?.instruments ?? [], this.#ids);
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { entry, faults } = this.#entry();
    this.faults = faults;
    if (entry === undefined) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    try {
      await this.state.client.saveEntry(entry);
    } catch (error) {
      this.failure = `This could not be saved: ${error instanceof Error ? error.message : String(error)} Nothing was changed.`;
      return;
    }
    void this.state.refreshPrices();
    const isAnother = (event.submitter as HTMLButtonElement | null)?.value === "again";
    const { id } = entry.transaction;
    const undo = { label: "Undo", run: async () => void (await this.state.client.removeTransactions([id])) };
    this.state.say({
      text: this.transactionId === undefined ? "Transaction added" : "Transaction saved",
      ...(this.transactionId === undefined ? { action: undo } : {}),
    });
    if (!isAnother) return this.dialog.close();
    this.#ids = newIds();
    this.text = {
      ...emptyText(),
      kind: this.text.kind,
      tradeDate: this.text.tradeDate,
      account: this.text.account,
      currency: this.text.currency,
    };
    this.outcome = undefined;
  }

  async #load(id: string): Promise<void> {
    const view = await this.state.client.transaction(id);
    if (view === undefined) return;
    const { transaction } = view;
    const fields = transaction as unknown as Record<string, string | undefined> & {
      ratio?: { numerator: string; denominator: string };
    };
    const instrument = this.state.engine?.instruments.find((known) => known.id === fields["instrument"]);
    const texts = Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === "string"));
    this.#ids = { ...newIds(), transaction: id };
    this.text = {
      ...emptyText(),
      ...texts,
      instrument: instrument?.ticker ?? instrument?.name ?? "",
      ratio: fields.ratio === undefined ? "" : `${fields.ratio.numerator}:${fields.ratio.denominator}`,
    } as EntryText;
  }
}

function emptyText(): EntryText {
  return {
    kind: "buy",
    tradeDate: today(),
    account: "",
    instrument: "",
    quantity: "",
    unitPrice: "",
    grossAmount: "",
    feeAmount: "",
    taxAmount: "",
    currency: "",
    toAmount: "",
    toCurrency: "",
    ratio: "",
    note: "",
  };
}

function newIds(): EntryIds {
  return { transaction: crypto.randomUUID(), account: crypto.randomUUID(), instrument: crypto.randomUUID() };
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-entry-drawer": EntryDrawer;
  }
}
