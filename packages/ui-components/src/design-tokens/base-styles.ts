import { css, type CSSResult } from "lit";

/** What every element shares: box model, type roles, tones, focus, words for screen readers only. */
export const baseStyles: CSSResult = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  button {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--_focus-ring);
    border-radius: var(--_radius-small);
  }
  .type-label {
    font: var(--pf-type-label, 550 0.75rem/1rem sans-serif);
    font-family: var(--pf-font, inherit);
  }
  .type-caption {
    font: var(--pf-type-caption, 450 0.75rem/1rem sans-serif);
    font-family: var(--pf-font, inherit);
  }
  .type-table {
    font: var(--pf-type-table, 450 0.8125rem/1.25rem sans-serif);
    font-family: var(--pf-font, inherit);
  }
  .type-tick {
    font: var(--pf-type-tick, 450 0.6875rem/1rem sans-serif);
    font-family: var(--pf-font, inherit);
  }
  .type-heading {
    font: var(--pf-type-heading, 600 0.9375rem/1.25rem sans-serif);
    font-family: var(--pf-font, inherit);
  }
  .number {
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
    direction: ltr;
    unicode-bidi: isolate;
  }
  .tone-gain {
    color: var(--_gain);
  }
  .tone-loss {
    color: var(--_loss);
  }
  .arrow {
    inline-size: 0.58em;
    block-size: 0.58em;
    flex: none;
    margin-inline-end: 0.3em;
    fill: currentColor;
  }
  .explains {
    cursor: help;
    text-decoration: underline dotted color-mix(in oklab, currentColor 38%, transparent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.28em;
  }
  .bone {
    display: block;
    block-size: 0.75rem;
    border-radius: var(--_radius-small);
    background: color-mix(in oklab, var(--_text) 7%, var(--_surface));
  }
  .icon {
    display: block;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon-small {
    inline-size: 0.875rem;
    block-size: 0.875rem;
  }
  .for-readers {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
    .arrow {
      forced-color-adjust: auto;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
