import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { cssProperties } from "../../design-tokens/css-properties.ts";
import type { TableSort } from "../../events/sort-change.ts";
import { icon } from "../../icons/icon.ts";
import type { Figure } from "../../view-models/figure.ts";
import type { HoldingColumn } from "../../view-models/holding-column.ts";
import type { HoldingRow } from "../../view-models/holding-row.ts";
import type { HoldingTotals } from "../../view-models/holding-totals.ts";
import type { FittedColumn } from "./column-fit.ts";
import { figureText } from "./figure-text.ts";
import { rowDetails } from "./row-details.ts";
import type { RowWindow } from "./row-window.ts";
import { tableCell } from "./table-cells.ts";
import type { TableContext } from "./table-context.ts";

/** What the table is drawn from. */
export interface GridInput {
  readonly rows: readonly HoldingRow[];
  readonly slice: RowWindow;
  readonly columns: readonly FittedColumn[];
  readonly sort: TableSort;
  readonly totals: HoldingTotals;
  readonly totalLabel: string;
  readonly onSort: (column: HoldingColumn) => void;
}

function headerCell(column: FittedColumn, input: GridInput, context: TableContext): TemplateResult {
  const isSorted = input.sort.column === column.id;
  const label = context.strings.holdings.columns[column.id] ?? column.id;
  const side = column.id === "instrument" || column.id === "sparkline" || column.id === "weight" ? "" : "end";
  return html`<th
    scope="col"
    class=${side}
    ${cssProperties({ width: `${column.width}rem` })}
    aria-sort=${isSorted ? input.sort.direction : "none"}
  >
    <button type="button" class="sorter type-label" data-column=${column.id} @click=${() => input.onSort(column.id)}>
      ${label}${isSorted ? icon(input.sort.direction === "ascending" ? "sort-ascending" : "sort-descending", "small") : nothing}
    </button>
  </th>`;
}

function bodyRow(row: HoldingRow, index: number, input: GridInput, context: TableContext): TemplateResult {
  const isOpen = context.isOpen(row);
  return html`<tr class="row ${row.kind} ${isOpen ? "open" : ""}" aria-rowindex=${index + 2}>
      ${input.columns.map((column) => keyed(column.id, tableCell(column.id, row, context)))}
    </tr>
    ${
      isOpen
        ? html`<tr class="details-row">
            <td colspan=${input.columns.length}><div class="details">${rowDetails(row, context)}</div></td>
          </tr>`
        : nothing
    }`;
}

const spacer = (height: number, columns: number): TemplateResult | typeof nothing =>
  height > 0
    ? html`<tr class="spacer" aria-hidden="true">
        <td colspan=${columns} ${cssProperties({ height: `${height}px` })}></td>
      </tr>`
    : nothing;

function totalCell(column: HoldingColumn, input: GridInput, context: TableContext): TemplateResult {
  const { totals } = input;
  const cell = (first: Figure, second?: Figure): TemplateResult =>
    html`<td class="end">
      ${figureText(first, context.strings)}${second && second.text ? html`<span class="sub">${figureText({ ...second, tone: "neutral" }, context.strings)}</span>` : nothing}
    </td>`;
  switch (column) {
    case "instrument":
      return html`<th scope="row" class="instrument total-label">${input.totalLabel}</th>`;
    case "marketValue":
      return cell(totals.marketValue);
    case "weight":
      return cell(totals.weight);
    case "costBasis":
      return cell(totals.costBasis);
    case "unrealizedGain":
      return cell(totals.unrealizedGain, totals.unrealizedReturn);
    case "realizedGain":
      return cell(totals.realizedGain);
    case "income":
      return cell(totals.income);
    case "totalReturn":
      return cell(totals.totalGain);
    case "sparkline":
    case "quantity":
    case "price":
      return html`<td></td>`;
  }
}

/** Holdings as a table with sticky head and first column, opened rows, and a totals row. */
export function holdingsGrid(input: GridInput, context: TableContext): TemplateResult {
  const { rows, slice, columns } = input;
  return html`<table class="type-table" aria-rowcount=${rows.length + 2}>
    <caption class="for-readers">
      ${context.strings.holdings.caption}
    </caption>
    <thead>
      <tr aria-rowindex="1">
        ${columns.map((column) => headerCell(column, input, context))}
      </tr>
    </thead>
    <tbody>
      ${spacer(slice.before, columns.length)}
      ${rows.slice(slice.start, slice.end).map((row, index) => bodyRow(row, slice.start + index, input, context))}
      ${spacer(slice.after, columns.length)}
    </tbody>
    <tfoot>
      <tr aria-rowindex=${rows.length + 2}>
        ${columns.map((column) => totalCell(column.id, input, context))}
      </tr>
    </tfoot>
  </table>`;
}
