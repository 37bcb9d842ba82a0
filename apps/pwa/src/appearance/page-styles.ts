import { css, type CSSResult } from "lit";

/** What all pages and the shell draw with: cards, buttons, inputs, segments, notes. Roles of the tokens only. */
export const pageStyles: CSSResult = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    font: var(--pf-type-body);
    color: var(--pf-color-text);
    font-variant-numeric: tabular-nums lining-nums;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  h2 {
    font: var(--pf-type-heading);
  }
  a {
    color: var(--pf-color-accent);
    text-decoration: none;
    font: var(--pf-type-strong);
  }
  a:hover {
    text-decoration: underline;
  }
  :focus-visible {
    outline: none;
    box-shadow: var(--pf-focus-ring);
    border-radius: var(--pf-radius-small);
  }
  .card {
    background: var(--pf-color-surface);
    border: 1px solid var(--pf-color-border);
    border-radius: var(--pf-radius-card);
    box-shadow: var(--pf-shadow-card);
    padding: var(--pf-space-6);
    min-inline-size: 0;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: var(--pf-space-5);
  }
  .span-12 {
    grid-column: span 12;
  }
  .span-8 {
    grid-column: span 8;
  }
  .span-6 {
    grid-column: span 6;
  }
  .span-4 {
    grid-column: span 4;
  }
  .stack {
    display: grid;
    gap: var(--pf-space-5);
    align-content: start;
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--pf-space-3);
    flex-wrap: wrap;
  }
  .between {
    justify-content: space-between;
  }
  .muted {
    color: var(--pf-color-text-muted);
  }
  .faint {
    color: var(--pf-color-text-faint);
  }
  .caption {
    font: var(--pf-type-caption);
    color: var(--pf-color-text-muted);
  }
  .label {
    font: var(--pf-type-label);
    color: var(--pf-color-text-muted);
  }
  .strong {
    font: var(--pf-type-strong);
  }
  .figures {
    font: var(--pf-type-table);
    font-variant-numeric: tabular-nums lining-nums;
  }
  button,
  .button {
    font: var(--pf-type-strong);
    color: var(--pf-color-text);
    background: var(--pf-color-surface);
    border: 1px solid var(--pf-color-border);
    border-radius: var(--pf-radius-control);
    min-block-size: var(--pf-control-height);
    padding-inline: var(--pf-space-4);
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--pf-space-2);
    cursor: pointer;
    text-decoration: none;
    transition: background var(--pf-duration-quick) var(--pf-ease);
  }
  button:hover,
  .button:hover {
    background: var(--pf-color-surface-hover);
    text-decoration: none;
  }
  button.primary,
  .button.primary {
    background: var(--pf-color-accent);
    border-color: var(--pf-color-accent);
    color: var(--pf-color-on-accent);
  }
  button.primary:hover,
  .button.primary:hover {
    background: var(--pf-color-accent-hover);
    border-color: var(--pf-color-accent-hover);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--pf-color-accent);
    padding-inline: var(--pf-space-2);
  }
  button.danger {
    color: var(--pf-color-loss);
  }
  button.icon {
    padding: 0;
    inline-size: var(--pf-control-height);
    border-color: transparent;
    background: transparent;
    color: var(--pf-color-text-muted);
  }
  button:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
  button svg,
  .button svg {
    flex: none;
  }
  label.field,
  .field {
    display: grid;
    gap: var(--pf-space-1);
    font: var(--pf-type-label);
    color: var(--pf-color-text-muted);
    min-inline-size: 0;
  }
  input:not([type="checkbox"], [type="radio"], [type="file"]),
  select,
  textarea {
    font: var(--pf-type-body);
    color: var(--pf-color-text);
    background: var(--pf-color-surface);
    border: 1px solid var(--pf-color-border-control);
    border-radius: var(--pf-radius-control);
    min-block-size: var(--pf-control-height);
    padding-inline: var(--pf-space-3);
    inline-size: 100%;
    min-inline-size: 0;
  }
  input[type="checkbox"],
  input[type="radio"] {
    accent-color: var(--pf-color-accent);
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
  }
  input[aria-invalid="true"] {
    border-color: var(--pf-color-loss);
  }
  .fault {
    font: var(--pf-type-caption);
    color: var(--pf-color-loss);
  }
  .note {
    display: flex;
    gap: var(--pf-space-3);
    align-items: flex-start;
    padding: var(--pf-space-3) var(--pf-space-4);
    border-radius: var(--pf-radius-control);
    background: var(--pf-color-warning-soft);
    font: var(--pf-type-table);
  }
  .note.error {
    background: var(--pf-color-loss-soft);
  }
  .note.plain {
    background: var(--pf-color-surface-sunken);
  }
  .note svg {
    flex: none;
    margin-block-start: 1px;
    color: var(--pf-color-warning);
  }
  .note.error svg {
    color: var(--pf-color-loss);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--pf-space-1);
    font: var(--pf-type-label);
    padding: 2px var(--pf-space-2);
    border-radius: var(--pf-radius-full);
    background: var(--pf-color-surface-sunken);
    color: var(--pf-color-text-muted);
    white-space: nowrap;
  }
  .chip.ready {
    background: var(--pf-green-soft);
    color: var(--pf-green);
  }
  .chip.check {
    background: var(--pf-color-warning-soft);
    color: var(--pf-color-warning);
  }
  .chip.error {
    background: var(--pf-color-loss-soft);
    color: var(--pf-color-loss);
  }
  .chip.accent {
    background: var(--pf-color-accent-soft);
    color: var(--pf-color-accent);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (max-width: 74.99rem) {
    .span-8,
    .span-6,
    .span-4 {
      grid-column: span 12;
    }
  }
  @media (max-width: 47.99rem) {
    .card {
      padding: var(--pf-space-4);
    }
    .grid,
    .stack {
      gap: var(--pf-space-4);
    }
  }
`;
