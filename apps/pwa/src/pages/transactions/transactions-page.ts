import type { TransactionKind } from "@portfolio/core";
import { formatDate, formatMoney, formatQuantity } from "@portfolio/ui-components";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { TransactionsAnswer, TransactionView } from "../../engine/engine-protocol.ts";
import { appIcon } from "../../appearance/app-icon.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import type { AppState } from "../../state/app-state.ts";
import { EngineQuery } from "../../state/engine-query.ts";
import { questionKey } from "../../state/question-key.ts";
import { StateController } from "../../state/state-controller.ts";
import { kindWords } from "./kind-words.ts";
import "./imports-list.ts";

const pageSize = 200;

/**
 * @summary Everything that happened, newest first, by month; search, filter, edit, remove with undo; imports that can be undone.
 */
@customElement("portfolio-transactions-page")
export class TransactionsPage extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      .bar {
        display: flex;
        gap: var(--pf-space-3);
        flex-wrap: wrap;
      }
      .bar input[type="search"] {
        inline-size: 16rem;
      }
      .bar select {
        inline-size: auto;
      }
      .card {
        padding: 0;
        overflow: clip;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font: var(--pf-type-table);
        font-variant-numeric: tabular-nums lining-nums;
      }
      th {
        font: var(--pf-type-label);
        color: var(--pf-color-text-muted);
        text-align: start;
        padding: var(--pf-space-3) var(--pf-space-4);
        border-block-end: 1px solid var(--pf-color-border);
        white-space: nowrap;
      }
      td {
        padding: var(--pf-space-2) var(--pf-space-4);
        border-block-end: 1px solid var(--pf-color-border);
        block-size: var(--pf-row-height);
      }
      tr:last-child td {
        border-block-end: 0;
      }
      tbody tr:hover td {
        background: var(--pf-color-surface-hover);
      }
      .end {
        text-align: end;
        white-space: nowrap;
      }
      .day {
        white-space: nowrap;
      }
      .month th {
        background: var(--pf-color-surface-sunken);
        padding-block: var(--pf-space-2);
        color: var(--pf-color-text);
      }
      .two {
        display: grid;
      }
      .two > :first-child {
        font: var(--pf-type-strong);
      }
      .open {
        border: 0;
        background: none;
        padding: 0;
        min-block-size: 0;
        text-align: start;
        justify-content: flex-start;
        font: inherit;
      }
      .issue {
        color: var(--pf-color-warning);
        font: var(--pf-type-caption);
      }
      .empty {
        padding: var(--pf-space-8);
        text-align: center;
      }
      @media (max-width: 61.99rem) {
        .wide {
          display: none;
        }
      }
      @media (max-width: 47.99rem) {
        .mid {
          display: none;
        }
        th,
        td {
          padding-inline: var(--pf-space-3);
        }
        .bar input[type="search"] {
          inline-size: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @state() private search: string = "";
  @state() private kind: TransactionKind | "" = "";
  @state() private limit: number = pageSize;

  readonly #transactions: EngineQuery<TransactionsAnswer> = new EngineQuery(this, () => ({
    key: questionKey(this.state, this.search, this.kind, String(this.limit)),
    ask: () =>
      this.state.client.transactions({
        offset: 0,
        limit: this.limit,
        search: this.search,
        ...(this.kind === "" ? {} : { kinds: [this.kind] }),
        ...(this.state.scope === undefined ? {} : { accounts: this.state.scope }),
      }),
  }));

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  /** Another page may have said what to look for; it is asked once, before the first question to the engine. */
  override willUpdate(): void {
    if (this.hasUpdated) return;
    this.search = this.state.transactionSearch;
    this.state.transactionSearch = "";
  }

  override render(): TemplateResult {
    const answer = this.#transactions.value;
    return html`<div class="stack">
      <div class="bar">
        <label
          ><span class="visually-hidden">Search transactions</span
          ><input type="search" placeholder="Search transactions" .value=${this.search} @input=${this.#search}
        /></label>
        <label
          ><span class="visually-hidden">Kind</span>
          <select
            @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as TransactionKind | "")}
          >
            <option value="">All kinds</option>
            ${Object.entries(kindWords).map(([kind, word]) => html`<option value=${kind}>${word}</option>`)}
          </select></label
        >
        <a class="button" href="/import">${appIcon("import")} Import a file</a>
      </div>
      ${
        this.#transactions.error === undefined
          ? nothing
          : html`<div class="note error" role="alert">
              ${appIcon("alert")}
              <p>
                ${this.#transactions.error} Your data is safe.
                <button class="quiet" @click=${() => this.#transactions.retry()}>Try again</button>
              </p>
            </div>`
      }
      <section class="card" aria-label="Transactions">${answer === undefined ? nothing : this.#table(answer)}</section>
      ${
        answer !== undefined && answer.total > answer.rows.length
          ? html`<div class="row between">
              <span class="caption">${answer.rows.length} of ${answer.total} transactions</span
              ><button @click=${() => (this.limit += 1000)}>Show more</button>
            </div>`
          : nothing
      }
      <portfolio-imports-list .state=${this.state}></portfolio-imports-list>
    </div>`;
  }

  #table(answer: TransactionsAnswer): TemplateResult {
    if (answer.rows.length === 0) {
      const isFiltered = this.search !== "" || this.kind !== "";
      return html`<div class="empty stack">
        <h2>${isFiltered ? "No transaction fits" : "No transactions yet"}</h2>
        <p class="muted">
          ${isFiltered ? "Change the words or the kind." : "Import a broker's file, or add one by hand."}
        </p>
      </div>`;
    }
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Transaction</th>
          <th scope="col" class="wide">Account</th>
          <th scope="col" class="end mid">Quantity</th>
          <th scope="col" class="end wide">Price</th>
          <th scope="col" class="end">Net amount</th>
          <th scope="col"><span class="visually-hidden">Actions</span></th>
        </tr>
      </thead>
      ${this.#months(answer.rows).map(
        ([month, rows]) =>
          html`<tbody>
            <tr class="month">
              <th colspan="7" scope="colgroup">${monthName(month, this.state.view.locale)}</th>
            </tr>
            ${rows.map((row) => this.#row(row))}
          </tbody>`,
      )}
    </table>`;
  }

  #months(rows: readonly TransactionView[]): (readonly [string, readonly TransactionView[]])[] {
    const months = new Map<string, TransactionView[]>();
    for (const row of rows) {
      const month = row.transaction.tradeDate.slice(0, 7);
      const known = months.get(month);
      if (known === undefined) months.set(month, [row]);
      else known.push(row);
    }
    return [...months];
  }

  #row({
    transaction,
    accountName,
    instrumentLabel,
    instrumentName,
    netAmount,
    currency,
    issues,
  }: TransactionView): TemplateResult {
    const { view, currency: home } = this.state;
    const fields = transaction as {
      quantity?: string;
      unitPrice?: string;
      toAmount?: string;
      toCurrency?: string;
      ratio?: { numerator: string; denominator: string };
    };
    const money = (amount: string, of: string, sign: "amount" | "change" = "amount"): string =>
      formatMoney(amount, of, { locale: view.locale, homeCurrency: home, sign, masked: view.isMasked });
    const second =
      fields.toAmount !== undefined && fields.toCurrency !== undefined
        ? `into ${money(fields.toAmount, fields.toCurrency)}`
        : fields.ratio === undefined
          ? (instrumentName ?? accountName)
          : `${fields.ratio.numerator} for ${fields.ratio.denominator}`;
    return html`<tr>
      <td class="day">${formatDate(transaction.tradeDate, view.locale, "day-month")}</td>
      <td>
        <button
          class="open two"
          @click=${() => this.state.set({ entry: { transactionId: transaction.id } })}
          title="Edit"
        >
          <span>${kindWords[transaction.kind]} ${instrumentLabel ?? ""}</span><span class="caption">${second}</span>
        </button>
        ${issues.map(({ message }) => html`<div class="issue">${message}</div>`)}
      </td>
      <td class="wide">${accountName}</td>
      <td class="end mid">
        ${fields.quantity === undefined ? "" : formatQuantity(fields.quantity, view.locale, view.isMasked)}
      </td>
      <td class="end wide">
        ${fields.unitPrice === undefined || currency === undefined ? "" : formatMoney(fields.unitPrice, currency, { locale: view.locale, homeCurrency: home })}
      </td>
      <td class="end">
        ${netAmount === undefined || currency === undefined ? "" : money(netAmount, currency, "change")}
      </td>
      <td class="end">
        <button
          class="icon"
          aria-label="Remove ${kindWords[transaction.kind]} of ${transaction.tradeDate}"
          title="Remove"
          @click=${() => this.#remove(transaction.id)}
        >
          ${appIcon("trash", 16)}
        </button>
      </td>
    </tr>`;
  }

  #search(event: Event): void {
    this.search = (event.target as HTMLInputElement).value.trim();
    this.limit = pageSize;
  }

  async #remove(id: string): Promise<void> {
    const { answer: token } = await this.state.write("The transaction could not be removed", () =>
      this.state.client.removeTransactions([id]),
    );
    if (token === undefined) return;
    this.state.say({
      text: "Transaction removed",
      action: { label: "Undo", run: () => this.state.client.undo(token) },
    });
  }
}

/** "November 2026" of "2026-11". */
function monthName(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-transactions-page": TransactionsPage;
  }
}
