import type { TransactionKind } from "@portfolio/core";
import type { ColumnMapping } from "@portfolio/core/intake";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ImportPreview } from "../../engine/engine-protocol.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { AppState } from "../../state/app-state.ts";
import { kindWords } from "../transactions/kind-words.ts";

/** Kinds a row of a file with named columns can become. */
const rowKinds: readonly TransactionKind[] = [
  "buy",
  "sell",
  "deposit",
  "withdrawal",
  "dividend",
  "interest",
  "interest-charge",
  "fee",
  "fee-refund",
  "tax",
  "tax-refund",
  "return-of-capital",
  "delivery-in",
  "delivery-out",
  "transfer-in",
  "transfer-out",
  "split",
];

type Field = keyof ColumnMapping["fields"];

const fieldWords: Readonly<Record<Field, string>> = {
  tradeDate: "Date",
  time: "Time",
  settlementDate: "Settlement date",
  kind: "Kind",
  ticker: "Ticker",
  isin: "ISIN",
  name: "Name",
  quantity: "Quantity",
  unitPrice: "Price of one",
  grossAmount: "Gross amount",
  netAmount: "Net amount",
  feeAmount: "Fee",
  taxAmount: "Tax",
  currency: "Currency",
  ratio: "Split ratio",
  account: "Account",
  externalId: "Broker's id",
  note: "Note",
};

/**
 * @summary Says what each column of an unknown file means, beside its first rows; the result is previewed as it is chosen.
 * @fires portfolio-mapping - The chosen mapping.
 * @fires portfolio-restart - Another file is wanted.
 */
@customElement("portfolio-column-mapping-step")
export class ColumnMappingStep extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      .scroll {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        font: var(--pf-type-table);
        min-inline-size: 100%;
      }
      th,
      td {
        text-align: start;
        padding: var(--pf-space-2) var(--pf-space-3);
        border-block-end: 1px solid var(--pf-color-border);
        white-space: nowrap;
        max-inline-size: 16rem;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      th select {
        min-inline-size: 9rem;
      }
      legend {
        padding: 0;
        margin-block-end: var(--pf-space-2);
      }
      fieldset {
        display: grid;
        gap: var(--pf-space-3);
      }
      .options {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: var(--pf-space-4);
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @property({ attribute: false }) preview!: ImportPreview;
  /** What was chosen before, when the columns are changed once more. */
  @property({ attribute: false }) chosen: ColumnMapping | undefined = undefined;
  /** Words of the column of kinds that no kind is known for. */
  @property({ attribute: false }) unknownKinds: readonly string[] = [];
  @state() private mapping: ColumnMapping | undefined = undefined;

  override render(): TemplateResult {
    const mapping = this.#mapping;
    const missing = (["tradeDate", "kind"] as const).filter((field) => mapping.fields[field] === undefined);
    return html`<section class="card stack" aria-label="Columns">
      <div class="row between">
        <div>
          <h2>What do the columns of ${this.preview.fileName} mean?</h2>
          <p class="caption">
            ${
              this.preview.format === undefined
                ? "The format is not one we know, so the meanings were guessed by the names of the columns. Change what is wrong."
                : "Change what was read in another way than it is meant. Nothing is stored yet."
            }
          </p>
        </div>
        <button class="quiet" @click=${() => this.dispatchEvent(new Event("portfolio-restart"))}>Another file</button>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label="First rows of the file">
        <table>
          <thead>
            <tr>
              ${this.preview.header.map((_, column) => html`<th scope="col">${this.#choice(column)}</th>`)}
            </tr>
            <tr>
              ${this.preview.header.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.preview.sampleRows.slice(0, 6).map(
              ({ cells }) =>
                html`<tr>
                  ${this.preview.header.map((_, column) => html`<td>${cells[column] ?? ""}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="options">
        <label class="field"
          >Dates
          <select
            @change=${(event: Event) => this.#set({ dateOrder: (event.target as HTMLSelectElement).value as NonNullable<ColumnMapping["dateOrder"]> })}
          >
            ${[
              ["auto", "Find out"],
              ["DMY", "Day, month, year"],
              ["MDY", "Month, day, year"],
              ["YMD", "Year, month, day"],
            ].map(
              ([value, word]) =>
                html`<option value=${value!} .selected=${(mapping.dateOrder ?? "auto") === value}>${word}</option>`,
            )}
          </select></label
        >
        <label class="field"
          >Decimal sign
          <select
            @change=${(event: Event) => this.#set({ decimalSign: (event.target as HTMLSelectElement).value as NonNullable<ColumnMapping["decimalSign"]> })}
          >
            ${[
              ["auto", "Find out"],
              ["point", "Point, 1,234.56"],
              ["comma", "Comma, 1.234,56"],
            ].map(
              ([value, word]) =>
                html`<option value=${value!} .selected=${(mapping.decimalSign ?? "auto") === value}>${word}</option>`,
            )}
          </select></label
        >
        <label class="field"
          >Currency where none is given
          <input
            maxlength="3"
            .value=${mapping.defaultCurrency ?? this.state.currency}
            @change=${(event: Event) => this.#set({ defaultCurrency: (event.target as HTMLInputElement).value.toUpperCase() })}
        /></label>
      </div>
      ${this.#kinds()}
      ${missing.length === 0 ? nothing : html`<div class="note"><p>Choose the column of the ${missing.map((field) => fieldWords[field].toLowerCase()).join(" and of the ")}.</p></div>`}
      <div class="row">
        <button class="primary" ?disabled=${missing.length > 0} @click=${this.#go}>See what each row becomes</button>
      </div>
    </section>`;
  }

  /** What the file's own words for kinds stand for. */
  #kinds(): TemplateResult | typeof nothing {
    const chosen = this.#mapping.kinds ?? {};
    const words = [...new Set([...Object.keys(chosen), ...this.unknownKinds])];
    if (words.length === 0) return nothing;
    return html`<fieldset>
      <legend class="strong">Which kind does each word stand for?</legend>
      <div class="options">
        ${words.map(
          (word) =>
            html`<label class="field"
              >${word === "" ? "An empty cell" : `“${word}”`}
              <select
                @change=${(event: Event) => this.#chooseKind(word, (event.target as HTMLSelectElement).value as TransactionKind | "")}
              >
                <option value="">Not known</option>
                ${rowKinds.map((kind) => html`<option value=${kind} .selected=${chosen[word] === kind}>${kindWords[kind]}</option>`)}
              </select></label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #chooseKind(word: string, kind: TransactionKind | ""): void {
    const { [word]: _old, ...others } = this.#mapping.kinds ?? {};
    this.#set({ kinds: kind === "" ? others : { ...others, [word]: kind } });
  }

  get #mapping(): ColumnMapping {
    return (
      this.mapping ??
      this.chosen ?? {
        ...(this.preview.suggestedMapping ?? { fields: {} }),
        defaultCurrency: this.preview.suggestedMapping?.defaultCurrency ?? this.state.currency,
      }
    );
  }

  #choice(column: number): TemplateResult {
    const chosen = Object.entries(this.#mapping.fields).find(([, source]) => source === column)?.[0];
    return html`<select
      aria-label="Meaning of column ${this.preview.header[column] || column + 1}"
      @change=${(event: Event) => this.#assign(column, (event.target as HTMLSelectElement).value as Field | "")}
    >
      <option value="">Leave out</option>
      ${Object.entries(fieldWords).map(([field, word]) => html`<option value=${field} .selected=${field === chosen}>${word}</option>`)}
    </select>`;
  }

  #assign(column: number, field: Field | ""): void {
    const others = Object.entries(this.#mapping.fields).filter(([name, source]) => source !== column && name !== field);
    this.#set({ fields: Object.fromEntries(field === "" ? others : [...others, [field, column]]) });
  }

  #set(changes: Partial<ColumnMapping>): void {
    this.mapping = { ...this.#mapping, ...changes };
  }

  #go(): void {
    this.dispatchEvent(new CustomEvent<ColumnMapping>("portfolio-mapping", { detail: this.#mapping }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-column-mapping-step": ColumnMappingStep;
  }
}
