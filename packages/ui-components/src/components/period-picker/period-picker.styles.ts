import { css, type CSSResult } from "lit";

export const periodPickerStyles: CSSResult = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
  }
  .segments {
    display: flex;
    padding: 0.1875rem;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .segment {
    flex: 1 0 auto;
    display: grid;
    place-items: center;
    min-inline-size: 2.375rem;
    block-size: 1.75rem;
    padding-inline: 0.5rem;
    border-radius: var(--_radius-small);
    color: var(--_muted);
    white-space: nowrap;
    transition: background-color var(--_quick) var(--_ease);
  }
  .segment:hover {
    color: var(--_text);
  }
  .segment[aria-checked="true"] {
    background: var(--_raised);
    color: var(--_text);
    box-shadow:
      0 0 0 1px var(--_border),
      var(--_shadow-card);
  }
  .segment:focus-visible {
    box-shadow: var(--_focus-ring);
  }
  @media (pointer: coarse) {
    :host {
      display: block;
      inline-size: 100%;
    }
    .segment {
      flex: 1 1 auto;
      min-inline-size: 0;
      padding-inline: 0.125rem;
      block-size: 2.375rem;
    }
  }
  @media (forced-colors: active) {
    .segment[aria-checked="true"] {
      outline: 2px solid Highlight;
    }
  }
`;
