import { html, nothing, type TemplateResult } from "lit";
import { cssProperties } from "../../design-tokens/css-properties.ts";
import { icon } from "../../icons/icon.ts";
import type { HoldingColumn } from "../../view-models/holding-column.ts";
import type { HoldingFigure, HoldingRow } from "../../view-models/holding-row.ts";
import { figureText, mendButton, rowFigure } from "./figure-text.ts";
import type { TableContext } from "./table-context.ts";
import "../instrument-tile/instrument-tile.ts";
import "../sparkline/sparkline.ts";

/** The chevron that opens a row; the one element of a row that keys move along. */
export function openButton(row: HoldingRow, context: TableContext): TemplateResult {
  const isOpen = context.isOpen(row);
  const words = context.strings.holdings;
  const name = row.kind === "cash" ? `${row.label} ${row.name}` : row.label;
  return html`<button
    type="button"
    class="opener"
    data-row=${row.id}
    tabindex=${context.isReachable(row) ? 0 : -1}
    aria-expanded=${isOpen ? "true" : "false"}
    aria-label=${isOpen ? words.close(name) : words.open(name)}
    @click=${() => context.toggle(row)}
  >
    ${icon("chevron")}
  </button>`;
}

/** The clock beside a price that is too old. */
export function staleMark(row: HoldingRow): TemplateResult | typeof nothing {
  if (row.stamp?.isStale !== true) return nothing;
  return html`<span class="stale" title=${row.stamp.warning}
    >${icon("clock", "small")}<span class="for-readers">${row.stamp.warning}</span></span
  >`;
}

/** The first cell of a row: tile, ticker, name. */
export function instrumentCell(row: HoldingRow, context: TableContext): TemplateResult {
  return html`<th scope="row" class="instrument">
    <div class="instrument-box">
      ${openButton(row, context)}
      <portfolio-instrument-tile
        label=${row.kind === "cash" ? row.name : row.label}
        kind=${row.assetClass ?? ""}
      ></portfolio-instrument-tile>
      <span class="names"><b>${row.label}</b><span class="sub" title=${row.name}>${row.name}</span></span>
    </div>
  </th>`;
}

function twoLines(
  row: HoldingRow,
  first: HoldingFigure,
  second: HoldingFigure | undefined,
  context: TableContext,
): TemplateResult {
  const below = second === undefined ? undefined : row.figures[second];
  const mend =
    first === "price" || first === "costBasis" || row.missing[0] === "missing-rate"
      ? mendButton(row, row.figures[first], context)
      : nothing;
  return html`<td class="end">
    ${rowFigure(row, first, context)}
    ${mend !== nothing ? mend : below === undefined || below.text === "" || below.reason !== undefined ? nothing : html`<span class="sub">${figureText({ ...below, tone: "neutral" }, context.strings)}</span>`}
  </td>`;
}

function priceCell(row: HoldingRow, context: TableContext): TemplateResult {
  const { price, dayReturn } = row.figures;
  const mend = mendButton(row, price, context);
  return html`<td class="end" title=${row.stamp?.title ?? ""}>
    ${figureText(price, context.strings)}
    ${mend === nothing ? html`<span class="sub">${staleMark(row)}${figureText(dayReturn, context.strings)}</span>` : mend}
  </td>`;
}

function weightCell(row: HoldingRow, context: TableContext): TemplateResult {
  if (row.figures.weight.reason !== undefined || row.kind === "closed") return html`<td class="end"></td>`;
  const share = Math.min(1, Math.max(0, row.weight / (context.largestWeight || 1)));
  return html`<td>
    <div class="weight">
      <span class="meter"><i ${cssProperties({ "inline-size": `${share * 100}%` })}></i></span>
      <span class="end">${figureText(row.figures.weight, context.strings)}</span>
    </div>
  </td>`;
}

/** One cell of a row. */
export function tableCell(column: HoldingColumn, row: HoldingRow, context: TableContext): TemplateResult {
  switch (column) {
    case "instrument":
      return instrumentCell(row, context);
    case "sparkline":
      return html`<td>
        ${row.closes ? html`<portfolio-sparkline .values=${row.closes}></portfolio-sparkline>` : nothing}
      </td>`;
    case "quantity":
      return twoLines(row, "quantity", undefined, context);
    case "price":
      return priceCell(row, context);
    case "marketValue":
      return twoLines(row, "marketValue", row.isForeign ? "marketValueNative" : undefined, context);
    case "weight":
      return weightCell(row, context);
    case "costBasis":
      return twoLines(row, "costBasis", "unitCost", context);
    case "unrealizedGain":
      return twoLines(row, "unrealizedGain", "unrealizedReturn", context);
    case "realizedGain":
      return twoLines(row, "realizedGain", undefined, context);
    case "income":
      return twoLines(row, "income", undefined, context);
    case "totalReturn":
      return twoLines(row, "totalGain", "totalReturn", context);
  }
}
