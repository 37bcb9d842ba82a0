import type { HoldingsSnapshot } from "@portfolio/core";
import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { SizeWatch } from "../../chart/size-watch.ts";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import { ExplainEvent } from "../../events/explain.ts";
import { MendRequestEvent } from "../../events/mend-request.ts";
import { RowSelectEvent } from "../../events/row-select.ts";
import { SortChangeEvent, type TableSort } from "../../events/sort-change.ts";
import { holdingColumns, type HoldingColumn } from "../../view-models/holding-column.ts";
import { holdingRows, type HoldingRow } from "../../view-models/holding-row.ts";
import { holdingTotals } from "../../view-models/holding-totals.ts";
import { sortRows } from "../../view-models/sort-rows.ts";
import "../empty-state/empty-state.ts";
import { PortfolioElement } from "../portfolio-element.ts";
import { fitColumns, neededWidth, type FittedColumn } from "./column-fit.ts";
import { holdingsGrid } from "./holdings-grid.ts";
import { holdingsList } from "./holdings-list.ts";
import { holdingsTableStyles } from "./holdings-table.styles.ts";
import { rowTop, rowWindow, type RowWindow } from "./row-window.ts";
import type { TableContext } from "./table-context.ts";

/** From this number of rows on, only those in view are in the document. */
const virtualFrom = 200;

/** Below this container width the table is a list of two-line rows. Units: rem. */
const listBelow = 40;

const rowHeights = { list: 3.875, comfortable: 3, compact: 2.25 } as const;

/**
 * @summary Holdings with price, value, weight, cost, gain and income; opened rows show everything known of one.
 *
 * Columns leave in a fixed order as the container narrows; below 40 rem it is a list of two-line rows. `J`, `K` and the
 * arrows move along the rows, `Enter` opens one, a click on a heading sorts.
 *
 * @slot empty-actions - Buttons of the empty state.
 * @csspart table - The card around the rows.
 * @cssproperty --portfolio-holdings-table-sticky-top - Where the sticky head stops below the top of the page.
 * @cssproperty --portfolio-holdings-table-max-block-size - Height of the scroller when there are 200 rows or more.
 * @fires {RowSelectEvent} portfolio-row-select - A row was opened or closed.
 * @fires {SortChangeEvent} portfolio-sort-change - The person chose another order.
 * @fires {ExplainEvent} portfolio-explain - The person asks how a figure came about (with `explainable`).
 * @fires {MendRequestEvent} portfolio-mend-request - The person wants to supply a missing price, rate or cost.
 */
@customElement("portfolio-holdings-table")
export class PortfolioHoldingsTable extends PortfolioElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, holdingsTableStyles];

  /** What is shown. Undefined, or without holdings and cash, shows the empty state. */
  @property({ attribute: false }) snapshot: HoldingsSnapshot | undefined = undefined;

  /** Columns wanted, in order; those that do not fit leave. The instrument always stays. */
  @property({ attribute: false }) columns: readonly HoldingColumn[] = holdingColumns;

  /** Order of the rows; cash stands last. */
  @property({ attribute: false }) sort: TableSort = { column: "marketValue", direction: "descending" };

  /** "compact" has one line per row. */
  @property({ reflect: true }) density: "comfortable" | "compact" = "comfortable";

  /** Shows only rows whose ticker, name or ISIN holds every word of this text. */
  @property() filter: string = "";

  /** Shows sold holdings too. */
  @property({ type: Boolean, attribute: "show-closed" }) showClosed: boolean = false;

  /** Names of accounts by id. */
  @property({ attribute: false }) accountNames: Readonly<Record<string, string>> = {};

  /** Makes computed figures buttons that ask for their derivation. */
  @property({ type: Boolean }) explainable: boolean = false;

  /** Switches the letter keys J and K off; the arrows stay. */
  @property({ type: Boolean, attribute: "without-letter-keys" }) withoutLetterKeys: boolean = false;

  /** Shows the shape of the table while nothing is known. */
  @property({ type: Boolean, reflect: true }) loading: boolean = false;

  /** Says why there are no holdings. */
  @property() error: string = "";

  /** Id of the opened row, "" for none. */
  @property({ attribute: "open-row" }) openRow: string = "";

  @state() private activeRow: string = "";
  @state() private scrolled: number = 0;
  @state() private openHeight: number = 0;
  @query(".scroller") private scroller!: HTMLElement | null;

  #size: SizeWatch = new SizeWatch(this);
  #all: readonly HoldingRow[] = [];
  #rows: readonly HoldingRow[] = [];
  #largestWeight: number = 0;
  #needs: ReadonlyMap<HoldingColumn, number> = new Map();

  override willUpdate(changed: PropertyValues<this>): void {
    const inputs: readonly (keyof PortfolioHoldingsTable)[] = [
      "snapshot",
      "locale",
      "masked",
      "showClosed",
      "accountNames",
    ];
    const hasNewRows = !this.hasUpdated || inputs.some((name) => changed.has(name));
    if (hasNewRows) this.#makeRows();
    if (hasNewRows || changed.has("sort") || changed.has("filter")) this.#order();
  }

  override updated(): void {
    if (!this.#isVirtual || this.openRow === "") return;
    const details = this.renderRoot.querySelector<HTMLElement>(this.#isList ? ".item .details" : ".details-row");
    if (details && Math.abs(details.offsetHeight - this.openHeight) > 1) this.openHeight = details.offsetHeight;
  }

  override render(): TemplateResult {
    const words = this.strings.holdings;
    if (this.error)
      return html`<portfolio-empty-state
        heading=${words.errorTitle}
        text=${this.error}
        role="alert"
      ></portfolio-empty-state>`;
    if (this.loading && !this.snapshot) return this.#bones();
    if (!this.snapshot || this.#all.length === 0)
      return html`<portfolio-empty-state heading=${words.emptyTitle} text=${words.emptyText}>
        <slot name="empty-actions" slot="actions"></slot>
      </portfolio-empty-state>`;
    return this.#table(this.snapshot);
  }

  #table(snapshot: HoldingsSnapshot): TemplateResult {
    const { usedLocale: locale, masked, strings, sort } = this;
    const totals = holdingTotals(this.#rows, { locale, masked, strings, baseCurrency: snapshot.baseCurrency });
    const totalLabel = this.#totalLabel(totals.leftOut);
    const context = this.#context();
    const slice = this.#slice();
    const body =
      this.#rows.length === 0
        ? html`<p class="no-match type-table" role="status">${strings.holdings.noMatch(this.filter)}</p>`
        : this.#isList
          ? holdingsList(this.#rows, slice, totals, totalLabel, context)
          : holdingsGrid(
              { rows: this.#rows, slice, columns: this.#fitted(), sort, totals, totalLabel, onSort: this.#sortBy },
              context,
            );
    const isVirtual = this.#isVirtual;
    return html`<div
      class="scroller ${isVirtual ? "virtual" : ""} ${this.#isList ? "as-list" : "as-table"}"
      part="table"
      tabindex=${ifDefined(isVirtual ? 0 : undefined)}
      role=${ifDefined(isVirtual ? "region" : undefined)}
      aria-label=${ifDefined(isVirtual ? strings.holdings.caption : undefined)}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
      @scroll=${this.#onScroll}
    >
      ${body}
    </div>`;
  }

  #bones(): TemplateResult {
    return html`<div class="scroller bones" aria-hidden="true">
        ${[0, 1, 2, 3, 4].map(() => html`<div class="bone-row"><span class="bone square"></span><span class="bone"></span><span class="bone"></span></div>`)}
      </div>
      <span class="for-readers" role="status">${this.strings.loading}</span>`;
  }

  #makeRows(): void {
    const { snapshot, usedLocale: locale, masked, strings, showClosed, accountNames } = this;
    this.#all = snapshot ? holdingRows(snapshot, { locale, masked, strings, showClosed, accountNames }) : [];
    this.#largestWeight = this.#all.reduce((largest, row) => Math.max(largest, row.weight), 0);
    const heading = (column: HoldingColumn): string => strings.holdings.columns[column] ?? column;
    this.#needs = new Map(holdingColumns.map((column) => [column, neededWidth(column, this.#all, heading(column))]));
  }

  #order(): void {
    const words = this.filter.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = this.#all.filter((row) => words.every((word) => row.searchText.includes(word)));
    const cash = matches.filter((row) => row.kind === "cash");
    const others = matches.filter((row) => row.kind !== "cash");
    this.#rows = [...sortRows(others, this.sort, this.usedLocale), ...sortRows(cash, this.sort, this.usedLocale)];
    if (!this.#rows.some((row) => row.id === this.activeRow)) this.activeRow = this.#rows[0]?.id ?? "";
  }

  #fitted(): readonly FittedColumn[] {
    const wanted: readonly HoldingColumn[] = this.columns.includes("instrument")
      ? this.columns
      : ["instrument", ...this.columns];
    return fitColumns(wanted, this.#needs, this.#size.width / rootFontSize() - 0.125);
  }

  get #isList(): boolean {
    return this.#size.width > 0 && this.#size.width < listBelow * rootFontSize();
  }

  get #isVirtual(): boolean {
    return this.#rows.length >= virtualFrom;
  }

  get #rowHeight(): number {
    return rowHeights[this.#isList ? "list" : this.density] * rootFontSize();
  }

  #slice(): RowWindow {
    const count = this.#rows.length;
    if (!this.#isVirtual) return { start: 0, end: count, before: 0, after: 0 };
    const viewport = this.scroller?.clientHeight ?? window.innerHeight;
    return rowWindow({ count, scrollTop: this.scrolled, viewport, ...this.#heights() });
  }

  #heights(): { rowHeight: number; openIndex: number; openHeight: number } {
    const openIndex = this.openRow === "" ? -1 : this.#rows.findIndex((row) => row.id === this.openRow);
    return { rowHeight: this.#rowHeight, openIndex, openHeight: this.openHeight };
  }

  #totalLabel(leftOut: number): string {
    const words = this.strings.holdings;
    const total =
      this.#rows.length === this.#all.length ? words.total : words.totalOfShown(this.#rows.length, this.#all.length);
    return leftOut > 0 ? `${total}. ${words.leavesOut(leftOut)}` : total;
  }

  #context(): TableContext {
    return {
      strings: this.strings,
      isExplainable: this.explainable,
      largestWeight: this.#largestWeight,
      isOpen: (row) => row.id === this.openRow,
      isReachable: (row) => row.id === this.activeRow,
      toggle: (row) => this.#toggle(row),
      mend: (row, reason) =>
        this.dispatchEvent(new MendRequestEvent(row.kind === "cash" ? { reason } : { reason, instrumentId: row.id })),
      explain: (row, figure, anchor) => this.dispatchEvent(new ExplainEvent({ figure, instrumentId: row.id, anchor })),
    };
  }

  #toggle(row: HoldingRow): void {
    const isOpening = this.openRow !== row.id;
    this.openRow = isOpening ? row.id : "";
    this.activeRow = row.id;
    this.dispatchEvent(new RowSelectEvent({ id: row.id, kind: row.kind, open: isOpening }));
  }

  #sortBy: (column: HoldingColumn) => void = (column) => {
    const first = column === "instrument" ? "ascending" : "descending";
    const other = first === "ascending" ? "descending" : "ascending";
    const direction = this.sort.column === column && this.sort.direction === first ? other : first;
    this.sort = { column, direction };
    this.dispatchEvent(new SortChangeEvent(this.sort));
  };

  #onScroll: (event: Event) => void = (event) => {
    if (this.#isVirtual) this.scrolled = (event.currentTarget as HTMLElement).scrollTop;
  };

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#rows.length === 0) return;
    const at = this.#rows.findIndex((row) => row.id === this.activeRow);
    const isInRows = (event.target as HTMLElement).closest("tbody, .list") !== null;
    const letter = this.withoutLetterKeys ? "" : event.key.toLowerCase();
    const last = this.#rows.length - 1;
    let to: number | undefined;
    if (event.key === "ArrowDown" || letter === "j") to = isInRows ? at + 1 : 0;
    else if (event.key === "ArrowUp" || letter === "k") to = isInRows ? at - 1 : last;
    else if (isInRows && event.key === "Home") to = 0;
    else if (isInRows && event.key === "End") to = last;
    if (to === undefined) return;
    event.preventDefault();
    void this.#focusRow(Math.min(last, Math.max(0, to)));
  }

  async #focusRow(index: number): Promise<void> {
    this.activeRow = this.#rows[index]?.id ?? "";
    if (this.#isVirtual && this.scroller) this.#scrollTo(this.scroller, index);
    await this.updateComplete;
    const openers = this.renderRoot.querySelectorAll<HTMLElement>(".opener");
    const target = Array.from(openers).find((opener) => opener.dataset["row"] === this.activeRow);
    target?.focus({ preventScroll: this.#isVirtual });
    if (!this.#isVirtual) target?.scrollIntoView({ block: "nearest" });
  }

  #scrollTo(scroller: HTMLElement, index: number): void {
    const top = rowTop(index, this.#heights());
    const room = scroller.clientHeight - 3 * this.#rowHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room;
    this.scrolled = scroller.scrollTop;
  }
}

/** Size of 1 rem in CSS pixels. */
function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-holdings-table": PortfolioHoldingsTable;
  }
}
