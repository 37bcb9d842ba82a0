import { formatDate, formatMoney, formatPrice, formatQuantity } from "@portfolio/ui-components";
import { type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import type { ImportPreview, ImportResult, ImportRowView } from "../../engine/engine-protocol.ts";
import { appIcon } from "../../appearance/app-icon.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { AppState } from "../../state/app-state.ts";
import { EngineQuery } from "../../state/engine-query.ts";
import { kindWords } from "../transactions/kind-words.ts";
import { importReviewStyles } from "./import-review.styles.ts";

type Filter = ImportResult | "all";

const filters: readonly (readonly [Filter, string])[] = [
  ["all", "All"],
  ["ready", "Ready"],
  ["check", "To check"],
  ["duplicate", "Duplicates"],
  ["error", "Errors"],
  ["ignored", "Left out"],
];
const resultWords: Readonly<Record<ImportResult, string>> = {
  ready: "Ready",
  check: "Check",
  duplicate: "Duplicate",
  error: "Error",
  ignored: "Left out",
};
const pageSize = 100;

/**
 * @summary What each line of a file becomes, with what is wrong beside it, and what the import would change.
 * @fires portfolio-select-rows - Rows are chosen in or out.
 * @fires portfolio-change-columns - The columns are to be chosen by hand.
 * @fires portfolio-commit - The chosen rows are to be stored.
 * @fires portfolio-restart - Another file is wanted.
 */
@customElement("portfolio-import-review")
export class ImportReview extends LitElement {
  static override styles: CSSResultGroup = [pageStyles, importReviewStyles];

  @property({ attribute: false }) state!: AppState;
  @property({ attribute: false }) preview!: ImportPreview;
  @state() private filter: Filter = "all";
  @state() private limit: number = pageSize;

  readonly #rows: EngineQuery<readonly ImportRowView[]> = new EngineQuery(this, () => ({
    key:
      this.preview === undefined
        ? undefined
        : [
            this.preview.token,
            this.preview.selectedCount,
            JSON.stringify(this.preview.counts),
            this.filter,
            this.limit,
          ].join(" "),
    ask: () => this.state.client.importRows(this.preview.token, this.filter, 0, this.limit),
  }));

  override render(): TemplateResult {
    return html`<div class="grid">
      <section class="card span-8 rows" aria-label="Rows of the file">
        ${this.#head()} ${this.#tabs()} ${this.#table()}
      </section>
      <div class="stack span-4 side">${this.#changes()} ${this.#reading()}</div>
    </div>`;
  }

  #head(): TemplateResult {
    const { fileName, rowCount, from, to, formatName } = this.preview;
    const { locale } = this.state.view;
    const range =
      from === undefined || to === undefined ? "" : `, ${formatDate(from, locale)} to ${formatDate(to, locale)}`;
    return html`<div class="head">
      <span class="filemark">${appIcon("file")}</span>
      <div class="grow">
        <h2>${fileName}</h2>
        <p class="caption">${rowCount} rows${range}</p>
      </div>
      <span class="chip accent">${appIcon("check", 14)} ${formatName ?? "Columns chosen"}</span>
      <button class="quiet" @click=${this.#changeColumns}>
        ${this.preview.format === "mapped-csv" ? "Change columns" : "Choose the columns"}
      </button>
      <button class="quiet" @click=${() => this.dispatchEvent(new Event("portfolio-restart"))}>Another file</button>
    </div>`;
  }

  #tabs(): TemplateResult {
    const { counts } = this.preview;
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return html`<div class="tabs" role="group" aria-label="Which rows are shown">
      ${filters
        .filter(([filter]) => filter === "all" || counts[filter] > 0)
        .map(
          ([filter, word]) =>
            html`<button aria-pressed=${this.filter === filter} @click=${() => this.#show(filter)}>
              ${word}
              <span class="chip ${filter === "error" ? "error" : filter === "check" ? "check" : ""}"
                >${filter === "all" ? total : counts[filter]}</span
              >
            </button>`,
        )}
    </div>`;
  }

  #table(): TemplateResult {
    const rows = this.#rows.value ?? [];
    const shown =
      this.filter === "all"
        ? Object.values(this.preview.counts).reduce((sum, count) => sum + count, 0)
        : this.preview.counts[this.filter];
    return html`<div class="scroll">
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader"><span class="visually-hidden">Import</span></th>
              <th role="columnheader">Line</th>
              <th role="columnheader">Date</th>
              <th role="columnheader">Transaction</th>
              <th role="columnheader" class="end mid">Quantity</th>
              <th role="columnheader" class="end wide">Price</th>
              <th role="columnheader" class="end wide">Fee</th>
              <th role="columnheader" class="end">Net amount</th>
              <th role="columnheader">Result</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${rows.map((row) => this.#row(row))}
          </tbody>
        </table>
      </div>
      ${shown > rows.length ? html`<div class="row between more"><span class="caption">${rows.length} of ${shown} rows</span><button @click=${() => (this.limit += 1000)}>Show more</button></div>` : nothing}`;
  }

  #row(row: ImportRowView): TemplateResult {
    const { view, currency: home } = this.state;
    const style = { locale: view.locale, homeCurrency: home };
    const isChoosable = row.kind !== undefined;
    const select = (isSelected: boolean): void =>
      void this.dispatchEvent(
        new CustomEvent("portfolio-select-rows", { detail: { indexes: [row.index], isSelected } }),
      );
    const words = row.kind === undefined ? "No transaction" : kindWords[row.kind];
    const quantity = row.quantity === undefined ? "" : formatQuantity(row.quantity, view.locale, view.isMasked);
    const price =
      row.unitPrice === undefined
        ? ""
        : formatPrice(row.unitPrice, row.priceCurrency ?? row.currency ?? home, view.locale, home);
    const hasFee = row.feeAmount !== undefined && Number(row.feeAmount) !== 0 && row.currency !== undefined;
    const fee = hasFee ? formatMoney(row.feeAmount!, row.currency!, { ...style, masked: view.isMasked }) : "";
    // On a phone the columns that have no room stand under the transaction.
    const traded = quantity === "" || price === "" ? quantity && `Quantity ${quantity}` : `${quantity} × ${price}`;
    const details = [traded, fee === "" ? "" : `fee ${fee}`].filter(Boolean).join(", ");
    return html`<tr role="row" class=${row.isSelected ? "entry" : "entry off"}>
        <td role="cell" class="pick">
          ${
            isChoosable
              ? html`<input
                  type="checkbox"
                  aria-label="Import line ${row.lines[0]}"
                  .checked=${row.isSelected}
                  @change=${(event: Event) => select((event.target as HTMLInputElement).checked)}
                />`
              : nothing
          }
        </td>
        <td
          role="cell"
          class="line faint"
          title=${ifDefined(row.lines.length > 1 ? `Lines ${row.lines.join(", ")}` : undefined)}
        >
          <span class="narrow">Line </span>${row.lines[0]}${row.lines.length > 1 ? "+" : ""}
        </td>
        <td role="cell" class="date">${row.date === undefined ? "" : formatDate(row.date, view.locale)}</td>
        <td role="cell" class="what">
          ${words} <strong>${row.instrumentLabel ?? ""}</strong>
          <span class="narrow caption">${details}</span>
        </td>
        <td role="cell" class="end mid">${quantity}</td>
        <td role="cell" class="end wide">${price}</td>
        <td role="cell" class="end wide">${fee}</td>
        <td role="cell" class="end net">
          ${row.netAmount === undefined || row.currency === undefined ? "" : formatMoney(row.netAmount, row.currency, { ...style, sign: "change", masked: view.isMasked })}
        </td>
        <td role="cell" class="result">
          <span class="chip ${row.result}"
            >${row.result === "ready" ? appIcon("check", 14) : nothing}${resultWords[row.result]}</span
          >
        </td>
      </tr>
      ${this.#notes(row, select)}`;
  }

  #notes(row: ImportRowView, select: (isSelected: boolean) => void): TemplateResult | typeof nothing {
    const isDuplicate = row.repeats !== undefined && !row.isSelected;
    if (!isDuplicate && row.issues.length === 0) return nothing;
    return html`<tr class="notes" role="row">
      <td role="cell" class="pick"></td>
      <td role="cell" colspan="8">
        ${
          isDuplicate
            ? html`<div class="note plain">
                ${appIcon("file", 16)}
                <p><strong>Imported before</strong> from ${row.repeats}.</p>
                <button @click=${() => select(true)}>Import anyway</button>
              </div>`
            : nothing
        }
        ${row.issues.map(
          ({ code, message, severity, source }) =>
            html`<div class="note ${severity === "error" ? "error" : severity === "notice" ? "plain" : ""}">
              ${appIcon("alert", 16)}
              <p>
                ${source.row === undefined ? "" : html`<strong>Line ${source.row}${source.column === undefined ? "" : `, ${source.column}`}:</strong> `}${message}
              </p>
              ${this.#mend(code, message)}
            </div>`,
        )}
      </td>
    </tr>`;
  }

  /** What the screen can do about an issue: words for kinds and the order of dates are chosen with the columns. */
  #mend(code: string, message: string): TemplateResult | typeof nothing {
    const isWord = code === "unknown-action" && this.preview.format === "mapped-csv";
    const isOrder = message.includes("choose the other order");
    if (!isWord && !isOrder) return nothing;
    return html`<button @click=${this.#changeColumns}>
      ${isWord ? "Say what it stands for" : "Choose the order of dates"}
    </button>`;
  }

  #changeColumns(): void {
    this.dispatchEvent(new Event("portfolio-change-columns"));
  }

  #changes(): TemplateResult {
    const { accounts, cash, counts, holdings, newInstruments, selectedCount } = this.preview;
    const { view, currency: home } = this.state;
    const money = (amount: string, of: string): string =>
      formatMoney(amount, of, { locale: view.locale, homeCurrency: home, masked: view.isMasked });
    const quantity = (amount: string): string => formatQuantity(amount, view.locale, view.isMasked);
    const change = (label: string, before: string, after: string): TemplateResult =>
      html`<div>
        <dt>${label}</dt>
        <dd><span class="faint">${before}</span> ${appIcon("arrow", 14)} <strong>${after}</strong></dd>
      </div>`;
    return html`<section class="card" aria-label="What will change">
      <div class="row between">
        <h2>What will change</h2>
        <span class="chip">Nothing saved yet</span>
      </div>
      <dl>
        ${accounts.map(
          ({ name, isNew }) =>
            html`<div>
              <dt>Account</dt>
              <dd>
                <span><strong>${name}</strong>${isNew ? ", new" : ""}</span>
              </dd>
            </div>`,
        )}
        <div>
          <dt>Transactions</dt>
          <dd>${selectedCount}</dd>
        </div>
        ${
          counts.duplicate > 0
            ? html`<div>
                <dt>Duplicates skipped</dt>
                <dd>${counts.duplicate}</dd>
              </div>`
            : nothing
        }
        ${
          counts.error > 0
            ? html`<div>
                <dt>Errors left out</dt>
                <dd>${counts.error}</dd>
              </div>`
            : nothing
        }
        ${
          newInstruments.length > 0
            ? html`<div>
                <dt>New instruments</dt>
                <dd>${newInstruments.length}</dd>
              </div>`
            : nothing
        }
      </dl>
      <dl class="after">
        ${cash.map(({ currency, before, after }) => change(`Cash, ${currency}`, money(before, currency), money(after, currency)))}
        ${holdings.slice(0, 12).map(({ label, before, after }) => change(label, quantity(before), quantity(after)))}
        ${
          holdings.length > 12
            ? html`<div>
                <dt>And ${holdings.length - 12} more</dt>
                <dd></dd>
              </div>`
            : nothing
        }
      </dl>
      ${this.preview.fileIssues.map(({ message }) => html`<div class="note"><p>${message}</p></div>`)}
      <button
        class="primary whole"
        ?disabled=${selectedCount === 0}
        @click=${() => this.dispatchEvent(new Event("portfolio-commit"))}
      >
        Import ${selectedCount} ${selectedCount === 1 ? "transaction" : "transactions"}
      </button>
      <p class="caption center">${appIcon("undo", 14)} The whole import can be undone later.</p>
    </section>`;
  }

  #reading(): TemplateResult {
    const { delimiter, encoding } = this.preview;
    const delimiterWords: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab" };
    return html`<section class="card" aria-label="How the file was read">
      <h2>How the file was read</h2>
      <dl>
        <div>
          <dt>Delimiter, encoding</dt>
          <dd>${delimiterWords[delimiter] ?? delimiter}, ${encoding}</dd>
        </div>
      </dl>
    </section>`;
  }

  #show(filter: Filter): void {
    this.filter = filter;
    this.limit = pageSize;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-import-review": ImportReview;
  }
}
