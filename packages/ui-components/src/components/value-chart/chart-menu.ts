import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../icons/icon.ts";
import type { Strings } from "../../localization/strings.ts";

/** What the menu shows. */
export interface ChartMenuState {
  readonly isOpen: boolean;
  readonly isTableOpen: boolean;
  readonly masked: boolean;
  readonly strings: Strings;
}

/** What the menu does. */
export interface ChartMenuActions {
  readonly toggle: (open: boolean) => void;
  readonly table: () => void;
  readonly copy: () => void;
}

/** The small menu of a chart: table of the data, copy as CSV. Escape and leaving it close it. */
export function chartMenu(state: ChartMenuState, actions: ChartMenuActions): TemplateResult {
  const { chart } = state.strings;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !state.isOpen) return;
    event.stopPropagation();
    actions.toggle(false);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(".menu-button")?.focus();
  };
  const onLeave = (event: FocusEvent): void => {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) actions.toggle(false);
  };
  return html`<div class="menu" @keydown=${onKey} @focusout=${onLeave}>
    <button
      type="button"
      class="menu-button"
      aria-label=${chart.menu}
      aria-expanded=${state.isOpen ? "true" : "false"}
      @click=${() => actions.toggle(!state.isOpen)}
    >
      ${icon("menu")}
    </button>
    ${
      state.isOpen
        ? html`<div class="menu-items type-table">
            <button type="button" @click=${actions.table}>
              ${icon("table", "small")}${state.isTableOpen ? chart.hideTable : chart.showTable}
            </button>
            <button type="button" ?disabled=${state.masked} @click=${actions.copy}>
              ${icon("copy", "small")}${state.masked ? chart.showAmountsToCopy : chart.copyCsv}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}
