import { css, type CSSResult } from "lit";

export const sparklineStyles: CSSResult = css`
  :host {
    display: block;
    inline-size: 5rem;
    block-size: 1.5rem;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  path {
    fill: none;
    stroke: var(--portfolio-sparkline-color, var(--_faint));
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .tone-gain path {
    stroke: var(--portfolio-sparkline-color, var(--_gain));
  }
  .tone-loss path {
    stroke: var(--portfolio-sparkline-color, var(--_loss));
  }
`;
