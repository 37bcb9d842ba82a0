import { css, type CSSResult } from "lit";

export const holdingsTableStyles: CSSResult = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  :host([density="compact"]) {
    --_row: 2.25rem;
  }
  :host(:not([density="compact"])) {
    --_row: 3rem;
  }
  .scroller {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow-card);
    overflow: clip;
  }
  .virtual {
    max-block-size: var(--portfolio-holdings-table-max-block-size, 75vh);
    overflow: auto;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    padding: 0.25rem 0.75rem;
    border-block-end: 1px solid var(--_border);
    font-weight: inherit;
    text-align: start;
    white-space: nowrap;
  }
  .row > th,
  .row > td {
    block-size: var(--_row);
    padding-block: 0;
  }
  th:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--_surface);
    padding-inline-start: 0.75rem;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 1.25rem;
  }
  thead th {
    position: sticky;
    inset-block-start: var(--portfolio-holdings-table-sticky-top, 0px);
    z-index: 2;
    block-size: 2.25rem;
    padding-block: 0;
    background: var(--_surface);
    color: var(--_muted);
  }
  thead th:first-child {
    z-index: 3;
    padding-inline-start: 3rem;
  }
  .virtual thead th {
    inset-block-start: 0;
  }
  .sorter {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.5rem;
    white-space: nowrap;
  }
  .sorter:hover,
  [aria-sort="ascending"] .sorter,
  [aria-sort="descending"] .sorter {
    color: var(--_text);
  }
  .end {
    text-align: end;
  }
  td.end .figure,
  .end .sub {
    justify-content: flex-end;
  }
  .figure {
    display: inline-flex;
    align-items: center;
  }
  .sub {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    font: var(--pf-type-caption, 450 0.75rem/1rem sans-serif);
    font-family: var(--pf-font, inherit);
    font-variant-numeric: tabular-nums lining-nums;
    color: var(--_faint);
  }
  :host([density="compact"]) .row .sub {
    display: none;
  }
  .row:hover > *,
  .row.open > *,
  .details-row > td {
    background: var(--_hover);
  }
  .row.open > * {
    border-block-end: 0;
  }
  .instrument-box {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-inline-size: 0;
  }
  .names {
    min-inline-size: 0;
    overflow: hidden;
  }
  .names b,
  .names .sub {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .names b {
    font-weight: 600;
  }
  :host([density="compact"]) .as-table portfolio-instrument-tile {
    block-size: 1.5rem;
  }
  .opener:not(.line) {
    display: grid;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.75rem;
    margin-inline-end: -0.25rem;
    border-radius: var(--_radius-small);
    color: var(--_faint);
    flex: none;
  }
  .opener .icon {
    transition: rotate var(--_quick) var(--_ease);
  }
  .opener:not(.line):dir(rtl) .icon {
    rotate: 180deg;
  }
  .opener[aria-expanded="true"] .icon {
    rotate: 90deg;
  }
  .explain {
    display: inline-block;
    text-align: inherit;
  }
  .explain:hover .figure,
  .explain:focus-visible .figure {
    text-decoration: underline dotted color-mix(in oklab, currentColor 38%, transparent);
    text-underline-offset: 0.28em;
  }
  .unknown {
    color: var(--_muted);
  }
  .mend {
    display: block;
    min-block-size: 1.5rem;
    margin-inline-start: auto;
    color: var(--_accent);
    font: var(--pf-type-label, 550 0.75rem/1rem sans-serif);
    font-family: var(--pf-font, inherit);
  }
  .stale {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    color: var(--_warning);
  }
  .weight {
    display: grid;
    grid-template-columns: minmax(1.5rem, 1fr) auto;
    align-items: center;
    gap: 0.5rem;
  }
  .weight .end {
    min-inline-size: 2.75rem;
  }
  .meter {
    block-size: 0.25rem;
    border-radius: 999px;
    background: var(--_sunken);
    overflow: hidden;
  }
  .meter i {
    display: block;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_chart-1);
  }
  .closed .names,
  .closed td {
    color: var(--_muted);
  }
  tfoot th,
  tfoot td {
    block-size: var(--_row);
    border-block-end: 0;
    font-weight: 600;
  }
  tfoot .sub {
    font-weight: 450;
  }
  tbody tr:last-child > * {
    border-block-end: 1px solid var(--_border);
  }
  .total-label {
    white-space: normal;
    padding-inline-start: 1.25rem;
  }
  .virtual tfoot > tr > * {
    position: sticky;
    inset-block-end: 0;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
    z-index: 1;
  }
  .spacer,
  .spacer td {
    padding: 0;
    border: 0;
  }
  .details-row > td {
    padding: 0.25rem 1.25rem 1.25rem 3rem;
    white-space: normal;
  }
  .details-row:dir(rtl) > td {
    padding-inline: 3rem 1.25rem;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
    gap: 0 2rem;
    margin: 0;
  }
  .fact {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding-block: 0.375rem;
    border-block-end: 1px solid var(--_border);
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    text-align: end;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .beside {
    color: var(--_muted);
  }
  .notes {
    display: grid;
    gap: 0.375rem;
    margin: 0 0 0.75rem;
    padding: 0;
    list-style: none;
  }
  .notes li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .notes .icon {
    color: var(--_warning);
  }
  .notes .mend {
    margin: 0;
  }
  .list {
    margin: 0;
    padding: 0;
    list-style: none;
    font: var(--pf-type-table, 450 0.8125rem/1.25rem sans-serif);
    font-family: var(--pf-font, inherit);
  }
  .item {
    border-block-end: 1px solid var(--_border);
  }
  .item.open {
    background: var(--_hover);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    inline-size: 100%;
    block-size: 3.8125rem;
    padding-inline: 1rem;
  }
  .line > .end {
    flex: none;
    margin-inline-start: auto;
    padding-inline-start: 0.5rem;
  }
  .line:focus-visible {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .line .names .sub {
    display: flex;
  }
  .item .details {
    padding: 0 1rem 1rem;
  }
  .as-list .facts {
    grid-template-columns: 1fr;
  }
  .list-total {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    min-block-size: 3.8125rem;
    padding: 0.5rem 1rem;
    font: var(--pf-type-table, 450 0.8125rem/1.25rem sans-serif);
    font-family: var(--pf-font, inherit);
    font-weight: 600;
  }
  .virtual .list-total {
    position: sticky;
    inset-block-end: 0;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }
  .no-match {
    margin: 0;
    padding: 2rem 1.25rem;
    color: var(--_muted);
    text-align: center;
  }
  .bones {
    display: grid;
  }
  .bone-row {
    display: grid;
    grid-template-columns: 2rem 1fr 6rem;
    align-items: center;
    gap: 0.75rem;
    block-size: var(--_row);
    padding-inline: 1.25rem;
  }
  .bone.square {
    block-size: 2rem;
    border-radius: var(--_radius);
  }
  @media (forced-colors: active) {
    .meter {
      border: 1px solid CanvasText;
    }
    .meter i {
      background: CanvasText;
    }
  }
  @media print {
    .scroller {
      max-block-size: none;
      overflow: visible;
      box-shadow: none;
    }
    thead th {
      position: static;
    }
  }
`;
