import { css, type CSSResult } from "lit";

/* Cells lie on a grid whose one-pixel gaps show the colour of the hairlines behind them. */
export const metricStripStyles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .strip {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1px;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_border);
    box-shadow: var(--_shadow-card);
  }
  ::slotted(*) {
    border: 0;
    border-radius: 0;
    box-shadow: none;
  }
  ::slotted(:last-child:nth-child(odd)) {
    grid-column: span 2;
  }
  @container (inline-size >= 36rem) {
    .strip {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    ::slotted(:last-child:nth-child(odd)),
    ::slotted(:last-child:nth-child(3n)) {
      grid-column: span 1;
    }
    ::slotted(:last-child:nth-child(3n + 2)) {
      grid-column: span 2;
    }
    ::slotted(:last-child:nth-child(3n + 1)) {
      grid-column: span 3;
    }
  }
  @container (inline-size >= 56rem) {
    .strip {
      grid-template-columns: none;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }
    ::slotted(:last-child:nth-child(n)) {
      grid-column: auto;
    }
  }
  @media (forced-colors: active) {
    .strip {
      background: CanvasText;
    }
  }
`;
