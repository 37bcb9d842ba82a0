import { css, type CSSResult } from "lit";

export const instrumentTileStyles: CSSResult = css`
  :host {
    --_series: var(--_chart-other);
    display: inline-grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    flex: none;
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_series) 13%, var(--_surface));
    color: color-mix(in oklab, var(--_series) 40%, var(--_text));
    font: 600 0.6875rem/1 sans-serif;
    font-family: var(--pf-font, inherit);
    letter-spacing: 0.02em;
    user-select: none;
  }
  :host([kind="equity-fund"]) {
    --_series: var(--_chart-1);
  }
  :host([kind="share"]) {
    --_series: var(--_chart-2);
  }
  :host([kind="bond"]) {
    --_series: var(--_chart-3);
  }
  :host([kind="cash"]) {
    --_series: var(--_chart-4);
  }
  :host([kind="crypto"]) {
    --_series: var(--_chart-5);
  }
  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }
  }
`;
