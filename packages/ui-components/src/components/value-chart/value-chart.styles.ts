import { css, type CSSResult } from "lit";

export const valueChartStyles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: 0;
  }
  .probe-value {
    color: var(--_chart-1);
  }
  .probe-fill {
    color: color-mix(in oklab, var(--_chart-1) 20%, transparent);
  }
  .probe-fade {
    color: color-mix(in oklab, var(--_chart-1) 1%, transparent);
  }
  .probe-contributions {
    color: var(--_faint);
  }
  .probe-grid {
    color: var(--_grid);
  }
  .plot {
    position: relative;
    direction: ltr;
  }
  .canvas {
    animation: appear var(--_gentle) var(--_ease);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .surface {
    position: absolute;
    inset: 0;
    cursor: crosshair;
    touch-action: pan-y;
  }
  .value-tick,
  .time-tick,
  .dot,
  .crosshair,
  .stretch,
  .lane,
  .tooltip {
    position: absolute;
    pointer-events: none;
  }
  .value-tick,
  .time-tick {
    color: var(--_muted);
  }
  .value-tick {
    translate: 0 -50%;
  }
  .axis-right .value-tick {
    right: 0;
  }
  .axis-left .value-tick {
    left: 0;
  }
  .axis-inside .value-tick {
    right: 0;
    translate: 0 -115%;
    text-shadow: 0 0 4px var(--_surface);
  }
  .time-tick {
    bottom: 0;
    translate: -50% 0;
  }
  .crosshair {
    top: 0;
    inline-size: 0;
    border-inline-start: 1px dashed var(--_faint);
  }
  .dot {
    inline-size: 0.625rem;
    block-size: 0.625rem;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_chart-1);
    translate: -50% -50%;
  }
  .dot-contributions {
    background: var(--_faint);
  }
  .stretch {
    top: 0;
    border-inline: 1px solid var(--_accent);
    background: color-mix(in oklab, var(--_accent) 10%, transparent);
  }
  .lane {
    overflow: visible;
  }
  .lane text {
    fill: var(--_muted);
  }
  .mark-buy {
    fill: var(--_chart-1);
  }
  .mark-sell {
    fill: var(--_surface);
    stroke: var(--_chart-1);
    stroke-width: 1.5;
  }
  .mark-dividend {
    fill: var(--_chart-4);
  }
  .mark-tick {
    fill: none;
    stroke: var(--_faint);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .mark-count {
    fill: var(--_sunken);
    stroke: var(--_border);
  }
  .tooltip {
    z-index: 2;
    display: grid;
    gap: 0.25rem;
    min-inline-size: 12.5rem;
    max-inline-size: 15.5rem;
    padding: 0.75rem;
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow-popover);
    direction: var(--_direction, ltr);
  }
  :host(:dir(rtl)) {
    --_direction: rtl;
  }
  .tooltip-title,
  .hint {
    color: var(--_muted);
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
  }
  .amount {
    display: inline-flex;
    align-items: center;
    font-weight: 550;
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--_muted);
  }
  .key-value::before,
  .key-contributions::before {
    content: "";
    inline-size: 0.75rem;
    flex: none;
    border-block-start: 2px solid var(--_chart-1);
    border-radius: 1px;
  }
  .key-contributions::before {
    border-block-start: 2px dashed var(--_faint);
  }
  .foot {
    display: flex;
    align-items: start;
    gap: 0.75rem;
    margin-block-start: 0.75rem;
  }
  .legend {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    min-block-size: 1.75rem;
  }
  .legend .hint {
    margin-inline-start: auto;
  }
  .menu {
    position: relative;
  }
  .menu-button {
    display: grid;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border-radius: var(--_radius-small);
    color: var(--_muted);
  }
  .menu-button:hover,
  .menu-items button:hover:not(:disabled) {
    background: var(--_hover);
    color: var(--_text);
  }
  .menu-items {
    position: absolute;
    z-index: 3;
    inset-inline-end: 0;
    inset-block-end: 100%;
    display: grid;
    min-inline-size: 12rem;
    padding: 0.25rem;
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow-popover);
  }
  .menu-items button {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.25rem;
    padding-inline: 0.625rem;
    border-radius: var(--_radius-small);
    white-space: nowrap;
  }
  .menu-items button:disabled {
    color: var(--_muted);
    cursor: default;
  }
  .table-scroller {
    max-block-size: 20rem;
    margin-block-start: 0.75rem;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .table-scroller p {
    margin: 0.5rem 0.75rem;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    padding: 0.25rem 0.75rem;
    border-block-end: 1px solid var(--_border);
    font-weight: inherit;
    text-align: start;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_muted);
    font-weight: 550;
  }
  .end {
    text-align: end;
  }
  .picture {
    block-size: 17rem;
    clip-path: polygon(0 70%, 18% 52%, 36% 60%, 54% 30%, 72% 38%, 100% 6%, 100% 100%, 0 100%);
  }
  @container (inline-size < 46rem) {
    .legend .hint {
      display: none;
    }
  }
  @container (inline-size < 35rem) {
    .menu-button {
      inline-size: 2.75rem;
      block-size: 2.75rem;
    }
    .menu-items button {
      min-block-size: 2.75rem;
    }
    .picture {
      block-size: 13.5rem;
    }
  }
  @media (forced-colors: active) {
    .tooltip,
    .menu-items {
      border: 1px solid CanvasText;
    }
    .stretch {
      border-color: Highlight;
    }
    .mark-buy,
    .mark-dividend {
      fill: CanvasText;
    }
    .mark-sell,
    .mark-tick {
      stroke: CanvasText;
    }
  }
`;
