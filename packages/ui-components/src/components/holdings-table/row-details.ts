import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../icons/icon.ts";
import type { HoldingFigure, HoldingRow } from "../../view-models/holding-row.ts";
import { figureText, rowFigure } from "./figure-text.ts";
import type { TableContext } from "./table-context.ts";

/** Figures of an opened row, in reading order. */
const order: readonly HoldingFigure[] = [
  "quantity",
  "price",
  "dayChange",
  "marketValue",
  "marketValueNative",
  "weight",
  "unitCost",
  "costBasis",
  "costBasisNative",
  "unrealizedGain",
  "realizedGain",
  "income",
  "totalGain",
  "totalReturn",
];

/** Percentages that stand behind an amount. */
const beside: Readonly<Partial<Record<HoldingFigure, HoldingFigure>>> = {
  dayChange: "dayReturn",
  unrealizedGain: "unrealizedReturn",
};

function fact(name: string, value: TemplateResult | string, context: TableContext): TemplateResult {
  return html`<div class="fact">
    <dt>${context.strings.holdings.details[name] ?? name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function figureFact(row: HoldingRow, name: HoldingFigure, context: TableContext): TemplateResult | typeof nothing {
  const isNative = name === "marketValueNative" || name === "costBasisNative";
  if (row.figures[name].text === "" || (isNative && !row.isForeign)) return nothing;
  const second = beside[name];
  const percent = second === undefined ? undefined : row.figures[second];
  const isKnown = row.figures[name].reason === undefined;
  const behind =
    percent !== undefined && percent.text !== "" && isKnown
      ? html` <span class="beside">${figureText({ ...percent, tone: "neutral" }, context.strings)}</span>`
      : nothing;
  return fact(name, html`${rowFigure(row, name, context)}${behind}`, context);
}

function notes(row: HoldingRow, context: TableContext): TemplateResult | typeof nothing {
  if (row.missing.length === 0) return nothing;
  return html`<ul class="notes">
    ${row.missing.map((reason) => {
      const words = context.strings.mend[reason];
      const button =
        words === undefined
          ? nothing
          : html`<button type="button" class="mend" @click=${() => context.mend(row, reason)}>${words}</button>`;
      return html`<li>
        ${icon("warning", "small")}<span>${context.strings.lacks(row.label, reason)}</span>${button}
      </li>`;
    })}
  </ul>`;
}

/** Everything known of one row, as a list of names and figures. */
export function rowDetails(row: HoldingRow, context: TableContext): TemplateResult {
  const stamp =
    row.stamp === undefined
      ? nothing
      : fact(
          "priceStamp",
          html`<span class=${row.stamp.isStale ? "stale" : ""}
            >${row.stamp.isStale ? icon("clock", "small") : nothing}${row.stamp.text}</span
          >`,
          context,
        );
  return html`${notes(row, context)}
    <dl class="facts">
      ${order.slice(0, 2).map((name) => figureFact(row, name, context))} ${stamp}
      ${order.slice(2).map((name) => figureFact(row, name, context))}
      ${row.accounts.length > 0 ? fact("accounts", row.accounts.join(", "), context) : nothing}
      ${row.isin === undefined ? nothing : fact("isin", row.isin, context)}
    </dl>`;
}
