import { html, nothing, type TemplateResult } from "lit";
import { arrow } from "../../icons/arrow.ts";
import type { Figure } from "../../view-models/figure.ts";
import type { HoldingFigure, HoldingRow } from "../../view-models/holding-row.ts";
import type { TableContext } from "./table-context.ts";

/** Figures whose derivation can be asked for. */
const explained: readonly HoldingFigure[] = [
  "marketValue",
  "costBasis",
  "unrealizedGain",
  "realizedGain",
  "income",
  "totalGain",
];

/** A figure with arrow, tone, and words for screen readers. */
export function figureText(figure: Figure, strings: TableContext["strings"]): TemplateResult {
  if (figure.reason !== undefined)
    return html`<span class="unknown" title=${strings.reasons[figure.reason]}>${figure.text}</span>`;
  const text =
    figure.spoken === undefined ? html`${figure.text}` : html`<span aria-hidden="true">${figure.text}</span>`;
  return html`<span class="figure number tone-${figure.tone}"
    >${arrow(figure.tone)}${text}${figure.spoken === undefined ? nothing : html`<span class="for-readers">${figure.spoken}</span>`}</span
  >`;
}

/** A figure of a row; a button when it can be explained. */
export function rowFigure(row: HoldingRow, name: HoldingFigure, context: TableContext): TemplateResult {
  const figure = row.figures[name];
  const text = figureText(figure, context.strings);
  const canExplain =
    context.isExplainable &&
    row.kind !== "cash" &&
    explained.includes(name) &&
    figure.text !== "" &&
    figure.reason === undefined;
  if (!canExplain) return text;
  return html`<button
    type="button"
    class="explain"
    tabindex=${context.isReachable(row) ? 0 : -1}
    aria-haspopup="dialog"
    @click=${(event: Event) => {
      event.stopPropagation();
      context.explain(row, name, event.currentTarget as HTMLElement);
    }}
  >
    ${text}<span class="for-readers">. ${context.strings.explain(context.strings.holdings.details[name] ?? name)}</span>
  </button>`;
}

/** The button that mends what a figure lacks; nothing when nothing can be done. */
export function mendButton(row: HoldingRow, figure: Figure, context: TableContext): TemplateResult | typeof nothing {
  const { reason } = figure;
  const words = reason === undefined ? undefined : context.strings.mend[reason];
  if (reason === undefined || words === undefined) return nothing;
  return html`<button
    type="button"
    class="mend"
    aria-label="${words}: ${row.label}"
    @click=${(event: Event) => {
      event.stopPropagation();
      context.mend(row, reason);
    }}
  >
    ${words}
  </button>`;
}
