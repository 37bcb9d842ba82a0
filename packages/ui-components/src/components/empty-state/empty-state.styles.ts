import { css, type CSSResult } from "lit";

export const emptyStateStyles: CSSResult = css`
  :host {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 2rem 1.25rem;
    text-align: center;
  }
  p {
    margin: 0;
  }
  .text {
    max-inline-size: 26rem;
    font: 400 0.875rem/1.375rem sans-serif;
    font-family: var(--pf-font, inherit);
    color: var(--_muted);
  }
  ::slotted([slot="actions"]) {
    margin-block-start: 0.5rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5rem;
  }
`;
