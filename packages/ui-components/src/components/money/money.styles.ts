import { css, type CSSResult } from "lit";

export const moneyStyles: CSSResult = css`
  :host {
    display: inline;
  }
  .minor {
    color: var(--portfolio-money-minor-color, inherit);
  }
  :host([size="hero"]) .figure {
    font: var(--pf-type-hero, 600 2.75rem/3.25rem sans-serif);
    font-family: var(--pf-font, inherit);
    font-variant-numeric: tabular-nums lining-nums;
    letter-spacing: -0.025em;
  }
  :host([size="hero"]) .minor {
    color: var(--portfolio-money-minor-color, var(--_faint));
    font-weight: 500;
  }
`;
