import { css, type CSSResult } from "lit";

export const metricCardStyles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow-card);
  }
  .cell {
    display: grid;
    gap: 0.1875rem;
    align-content: start;
    padding: 1rem 1.25rem;
  }
  .label,
  .caption {
    color: var(--_muted);
  }
  .figure {
    font: var(--pf-type-figure, 600 1.375rem/1.75rem sans-serif);
    font-family: var(--pf-font, inherit);
    font-variant-numeric: tabular-nums lining-nums;
    letter-spacing: -0.018em;
    overflow-wrap: anywhere;
    justify-self: start;
  }
  .figure.unknown {
    font-size: 1rem;
    letter-spacing: 0;
    color: var(--_muted);
  }
  .row {
    display: flex;
    align-items: end;
    justify-content: space-between;
    gap: 0.75rem;
    min-inline-size: 0;
  }
  .mend {
    justify-self: start;
    color: var(--_accent);
    font-weight: 550;
    min-block-size: 1.5rem;
  }
  .bone.wide {
    inline-size: 70%;
    block-size: 1.5rem;
    margin-block: 0.125rem;
  }
  .bone.short {
    inline-size: 45%;
  }
  @container (inline-size < 10.5rem) {
    .cell {
      padding: 0.75rem 1rem;
    }
    .figure {
      font-size: 1.1875rem;
      line-height: 1.5rem;
    }
  }
`;
