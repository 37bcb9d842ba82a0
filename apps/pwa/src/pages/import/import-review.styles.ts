import { css, type CSSResult } from "lit";

export const importReviewStyles: CSSResult = css`
  .grid {
    align-items: start;
  }
  .rows {
    padding: 0;
    overflow: clip;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--pf-space-3);
    padding: var(--pf-space-4) var(--pf-space-5);
    flex-wrap: wrap;
  }
  .filemark {
    display: grid;
    place-items: center;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    background: var(--pf-color-surface-sunken);
    border-radius: var(--pf-radius-control);
    color: var(--pf-color-text-muted);
  }
  .grow {
    flex: 1;
    min-inline-size: 10rem;
    overflow-wrap: anywhere;
  }
  .narrow {
    display: none;
  }
  .tabs {
    display: flex;
    gap: var(--pf-space-1);
    padding-inline: var(--pf-space-3);
    border-block-end: 1px solid var(--pf-color-border);
    overflow-x: auto;
  }
  .tabs button {
    border: 0;
    border-radius: 0;
    background: none;
    border-block-end: 2px solid transparent;
    padding-inline: var(--pf-space-3);
    color: var(--pf-color-text-muted);
    white-space: nowrap;
  }
  .tabs button[aria-pressed="true"] {
    border-block-end-color: var(--pf-color-accent);
    color: var(--pf-color-text);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font: var(--pf-type-table);
  }
  th {
    font: var(--pf-type-label);
    color: var(--pf-color-text-muted);
    text-align: start;
  }
  td input[type="checkbox"] {
    vertical-align: middle;
  }
  th,
  td {
    padding: var(--pf-space-2) var(--pf-space-3);
    border-block-end: 1px solid var(--pf-color-border);
    white-space: nowrap;
  }
  tr:has(+ .notes) td {
    border-block-end: 0;
  }
  .notes td {
    white-space: normal;
    padding-block-start: 0;
  }
  .notes .note {
    margin-block-end: var(--pf-space-2);
    align-items: center;
  }
  .notes .note p {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .off td:not(:last-child) {
    opacity: 0.65;
  }
  .end {
    text-align: end;
  }
  .more {
    padding: var(--pf-space-3) var(--pf-space-5);
  }
  .side .card {
    display: grid;
    gap: var(--pf-space-4);
  }
  dl div {
    display: flex;
    justify-content: space-between;
    gap: var(--pf-space-4);
    padding-block: var(--pf-space-1);
    font: var(--pf-type-table);
  }
  dt {
    color: var(--pf-color-text-muted);
  }
  dd {
    text-align: end;
    display: flex;
    align-items: center;
    gap: var(--pf-space-1);
    flex-wrap: wrap;
    justify-content: flex-end;
  }
  .after {
    border-block-start: 1px solid var(--pf-color-border);
    padding-block-start: var(--pf-space-3);
  }
  .whole {
    inline-size: 100%;
  }
  .center {
    text-align: center;
  }
  @media (max-width: 89.99rem) {
    .wide {
      display: none;
    }
  }
  @media (max-width: 47.99rem) {
    .mid {
      display: none;
    }
    .narrow {
      display: inline;
    }
    .narrow.caption {
      display: block;
    }
    .head,
    .more {
      padding-inline: var(--pf-space-4);
    }
    /* A list of two-line rows: everything in sight, nothing to scroll sideways. */
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody {
      display: block;
    }
    tr.entry {
      display: grid;
      grid-template: "pick what what net" auto "pick line date result" auto / auto auto 1fr auto;
      column-gap: var(--pf-space-3);
      row-gap: var(--pf-space-1);
      align-items: center;
      padding: var(--pf-space-3) var(--pf-space-4);
      border-block-end: 1px solid var(--pf-color-border);
    }
    tr.entry:has(+ .notes) {
      border-block-end: 0;
      padding-block-end: var(--pf-space-2);
    }
    tr.notes {
      display: block;
      padding-inline: var(--pf-space-4);
      border-block-end: 1px solid var(--pf-color-border);
    }
    td {
      display: block;
      padding: 0;
      border: 0;
    }
    td.pick {
      grid-area: pick;
      min-inline-size: 1.125rem;
    }
    tr.notes td.pick,
    td.mid,
    td.wide {
      display: none;
    }
    td.what {
      grid-area: what;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    td.line {
      grid-area: line;
    }
    td.date {
      grid-area: date;
    }
    td.net {
      grid-area: net;
    }
    td.result {
      grid-area: result;
      text-align: end;
    }
    .notes .note {
      flex-wrap: wrap;
    }
    .notes .note p {
      flex-basis: 12rem;
    }
  }
`;
