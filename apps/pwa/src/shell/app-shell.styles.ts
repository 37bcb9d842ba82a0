import { css, type CSSResult } from "lit";

export const shellStyles: CSSResult = css`
  :host {
    min-block-size: 100dvh;
  }
  .skip {
    position: fixed;
    inset-block-start: var(--pf-space-2);
    inset-inline-start: var(--pf-space-2);
    z-index: 20;
    background: var(--pf-color-surface-raised);
    padding: var(--pf-space-2) var(--pf-space-4);
    border-radius: var(--pf-radius-control);
    transform: translateY(-200%);
  }
  .skip:focus {
    transform: none;
  }
  .frame {
    display: grid;
    grid-template-columns: var(--pf-sidebar-width) minmax(0, 1fr);
    min-block-size: 100dvh;
  }
  nav.side {
    position: sticky;
    inset-block-start: 0;
    block-size: 100dvh;
    border-inline-end: 1px solid var(--pf-color-border);
    padding: var(--pf-space-5) var(--pf-space-3);
    display: flex;
    flex-direction: column;
    gap: var(--pf-space-5);
    overflow-y: auto;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: var(--pf-space-2);
    font: var(--pf-type-heading);
    padding-inline: var(--pf-space-2);
  }
  .scope {
    display: grid;
    gap: 2px;
    text-align: start;
    justify-items: start;
    inline-size: 100%;
    min-block-size: 3.25rem;
    padding: var(--pf-space-2) var(--pf-space-3);
    position: relative;
  }
  .scope select {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
    block-size: 100%;
  }
  .scope-box {
    border: 1px solid var(--pf-color-border);
    border-radius: var(--pf-radius-control);
    background: var(--pf-color-surface);
  }
  .scope-box:focus-within {
    box-shadow: var(--pf-focus-ring);
  }
  .links {
    display: grid;
    gap: 2px;
  }
  .links a {
    display: flex;
    align-items: center;
    gap: var(--pf-space-3);
    color: var(--pf-color-text-muted);
    min-block-size: 2.25rem;
    padding-inline: var(--pf-space-3);
    border-radius: var(--pf-radius-control);
  }
  .links a:hover {
    background: var(--pf-color-surface-hover);
    text-decoration: none;
  }
  .links a[aria-current="page"] {
    background: var(--pf-color-accent-soft);
    color: var(--pf-color-accent);
  }
  .links + .links {
    margin-block-start: var(--pf-space-3);
  }
  .status {
    margin-block-start: auto;
    display: flex;
    gap: var(--pf-space-3);
    align-items: flex-start;
    padding: var(--pf-space-2);
    font: var(--pf-type-caption);
    color: var(--pf-color-text-muted);
  }
  .status strong {
    display: block;
    font: var(--pf-type-label);
    color: var(--pf-color-text);
  }
  .dot {
    inline-size: 8px;
    block-size: 8px;
    border-radius: var(--pf-radius-full);
    background: var(--pf-color-gain);
    margin-block-start: 4px;
    flex: none;
  }
  .dot.off {
    background: var(--pf-color-warning);
  }
  .main {
    min-inline-size: 0;
    max-inline-size: 90rem;
    inline-size: 100%;
    padding: 0 var(--pf-space-8) var(--pf-space-10);
  }
  header.top {
    display: flex;
    align-items: center;
    gap: var(--pf-space-3);
    min-block-size: 4.5rem;
  }
  header.top h1 {
    font: var(--pf-type-title);
    margin: 0;
    margin-inline-end: auto;
    display: flex;
    gap: var(--pf-space-3);
    align-items: center;
  }
  header.top select.currency {
    inline-size: auto;
    border-color: var(--pf-color-border);
    font: var(--pf-type-strong);
  }
  .progress {
    position: fixed;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: 2px;
    background: var(--pf-color-accent);
    z-index: 10;
  }
  .banner {
    margin-block-end: var(--pf-space-4);
  }
  .banner p {
    flex: 1;
  }
  nav.tabs {
    display: none;
  }
  .phone-only {
    display: none;
  }
  .toast {
    position: fixed;
    inset-block-end: var(--pf-space-6);
    inset-inline: 0;
    margin-inline: auto;
    inline-size: fit-content;
    max-inline-size: calc(100vw - 2rem);
    display: flex;
    align-items: center;
    gap: var(--pf-space-4);
    background: var(--pf-color-surface-raised);
    box-shadow: var(--pf-shadow-popover);
    border-radius: var(--pf-radius-control);
    padding: var(--pf-space-2) var(--pf-space-3) var(--pf-space-2) var(--pf-space-5);
    z-index: 30;
    font: var(--pf-type-strong);
  }
  .fatal {
    max-inline-size: 34rem;
    margin: 12vh auto;
  }
  @media (max-width: 74.99rem) {
    .frame {
      grid-template-columns: 4.25rem minmax(0, 1fr);
    }
    nav.side {
      padding-inline: var(--pf-space-2);
    }
    .brand span,
    .scope-box,
    .links a span,
    .status div {
      display: none;
    }
    .brand,
    .links a,
    .status {
      justify-content: center;
      padding-inline: 0;
    }
    .main {
      padding-inline: var(--pf-space-6);
    }
  }
  @media (max-width: 47.99rem) {
    .frame {
      display: block;
    }
    nav.side,
    .desktop-only {
      display: none;
    }
    .phone-only {
      display: inline-flex;
    }
    .main {
      padding: 0 var(--pf-space-4) calc(5.5rem + env(safe-area-inset-bottom));
    }
    header.top {
      min-block-size: 3.25rem;
      gap: var(--pf-space-1);
    }
    header.top select.phone-only {
      max-inline-size: 9rem;
      text-overflow: ellipsis;
    }
    header.top .sample {
      display: none;
    }
    nav.tabs {
      position: fixed;
      inset-block-end: 0;
      inset-inline: 0;
      display: grid;
      grid-template-columns: repeat(5, 1fr);
      align-items: center;
      background: var(--pf-color-surface);
      border-block-start: 1px solid var(--pf-color-border);
      padding-block-end: env(safe-area-inset-bottom);
      z-index: 9;
    }
    nav.tabs a,
    nav.tabs button.tab {
      display: grid;
      justify-items: center;
      align-content: center;
      gap: 2px;
      min-block-size: 3.5rem;
      font: var(--pf-type-tick);
      color: var(--pf-color-text-muted);
    }
    nav.tabs a[aria-current="page"] {
      color: var(--pf-color-accent);
    }
    nav.tabs button.add {
      inline-size: 2.9rem;
      block-size: 2.9rem;
      min-block-size: 0;
      border-radius: var(--pf-radius-full);
      padding: 0;
      justify-self: center;
    }
    .toast {
      inset-block-end: calc(4.5rem + env(safe-area-inset-bottom));
    }
  }
`;
