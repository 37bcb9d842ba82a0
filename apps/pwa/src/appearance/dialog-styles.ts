import { css, type CSSResult } from "lit";

/** A modal dialog: a card in the middle, a sheet at the foot of a phone. */
export const dialogStyles: CSSResult = css`
  dialog {
    border: 0;
    border-radius: var(--pf-radius-sheet);
    background: var(--pf-color-surface-raised);
    color: var(--pf-color-text);
    box-shadow: var(--pf-shadow-popover);
    padding: var(--pf-space-6);
    inline-size: min(26.5rem, calc(100vw - 2rem));
    max-block-size: 94dvh;
    overflow: auto;
  }
  dialog::backdrop {
    background: var(--pf-scrim);
  }
  dialog form {
    display: grid;
    gap: var(--pf-space-4);
  }
  .actions {
    display: flex;
    justify-content: flex-end;
    gap: var(--pf-space-3);
  }
  @media (max-width: 47.99rem) {
    dialog {
      margin-block-end: 0;
      margin-inline: 0;
      max-inline-size: 100vw;
      inline-size: 100vw;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      padding-block-end: calc(var(--pf-space-6) + env(safe-area-inset-bottom));
    }
  }
`;
