import { html, nothing, type TemplateResult } from "lit";
import { cssProperties } from "../../design-tokens/css-properties.ts";
import type { HoldingRow } from "../../view-models/holding-row.ts";
import type { HoldingTotals } from "../../view-models/holding-totals.ts";
import { figureText } from "./figure-text.ts";
import { rowDetails } from "./row-details.ts";
import type { RowWindow } from "./row-window.ts";
import { staleMark } from "./table-cells.ts";
import type { TableContext } from "./table-context.ts";

/** The second line of a row: quantity and price, or what stands for them. */
function secondLine(row: HoldingRow, context: TableContext): TemplateResult {
  if (row.kind !== "holding" || row.figures.price.reason !== undefined)
    return html`${row.kind === "cash" ? row.figures.marketValueNative.text : row.name}`;
  return html`${staleMark(row)}${context.strings.holdings.quantityTimesPrice(row.figures.quantity.text, row.figures.price.text)}`;
}

function listRow(row: HoldingRow, position: number, count: number, context: TableContext): TemplateResult {
  const isOpen = context.isOpen(row);
  return html`<li class=${isOpen ? "item open" : "item"} aria-setsize=${count} aria-posinset=${position}>
    <button
      type="button"
      class="opener line"
      data-row=${row.id}
      tabindex=${context.isReachable(row) ? 0 : -1}
      aria-expanded=${isOpen ? "true" : "false"}
      @click=${() => context.toggle(row)}
    >
      <portfolio-instrument-tile
        label=${row.kind === "cash" ? row.name : row.label}
        kind=${row.assetClass ?? ""}
      ></portfolio-instrument-tile>
      <span class="names"
        ><b>${row.kind === "cash" ? `${row.label} ${row.name}` : row.label}</b
        ><span class="sub">${secondLine(row, context)}</span></span
      >
      <span class="end">
        ${figureText(row.figures.marketValue, context.strings)}
        ${
          row.figures.unrealizedGain.text === "" || row.figures.unrealizedGain.reason !== undefined
            ? nothing
            : html`<span class="sub">${figureText(row.figures.unrealizedGain, context.strings)}</span>`
        }
      </span>
    </button>
    ${isOpen ? html`<div class="details">${rowDetails(row, context)}</div>` : nothing}
  </li>`;
}

/** Holdings as a list of two-line rows, for narrow containers. Every figure stands in the opened row. */
export function holdingsList(
  rows: readonly HoldingRow[],
  slice: RowWindow,
  totals: HoldingTotals,
  totalLabel: string,
  context: TableContext,
): TemplateResult {
  return html`<ul class="list" role="list" aria-label=${context.strings.holdings.caption}>
      <li class="spacer" role="presentation" ${cssProperties({ "block-size": `${slice.before}px` })}></li>
      ${rows.slice(slice.start, slice.end).map((row, index) => listRow(row, slice.start + index + 1, rows.length, context))}
      <li class="spacer" role="presentation" ${cssProperties({ "block-size": `${slice.after}px` })}></li>
    </ul>
    <div class="list-total">
      <span>${totalLabel}</span>
      <span class="end">
        <b>${figureText(totals.marketValue, context.strings)}</b>
        <span class="sub">${figureText(totals.unrealizedGain, context.strings)}</span>
      </span>
    </div>`;
}
