import { css, type CSSResult } from "lit";

export const deltaStyles: CSSResult = css`
  :host {
    display: inline-flex;
    vertical-align: baseline;
  }
  .delta {
    display: inline-flex;
    align-items: center;
    white-space: nowrap;
  }
  .gap {
    margin-inline-start: 0.3em;
  }
  :host([variant="chip"]) .delta {
    padding: 0.125rem 0.5rem;
    border-radius: 999px;
    font: 550 0.8125rem/1.25rem sans-serif;
    font-family: var(--pf-font, inherit);
    font-variant-numeric: tabular-nums lining-nums;
    background: color-mix(in oklab, var(--_text) 7%, transparent);
  }
  :host([variant="chip"]) .tone-gain {
    background: var(--_gain-soft);
  }
  :host([variant="chip"]) .tone-loss {
    background: var(--_loss-soft);
  }
  @media (forced-colors: active) {
    :host([variant="chip"]) .delta {
      border: 1px solid CanvasText;
    }
  }
`;
