import { css, type CSSResult } from "lit";

/**
 * The tokens as private properties of a host, each with its own light and dark value.
 *
 * With tokens.css on the page the tokens win; without it an element still looks right, in the page's own font.
 */
export const tokenFallbacks: CSSResult = css`
  :host {
    --_surface: var(--pf-color-surface, light-dark(oklch(1 0 0), oklch(0.205 0.01 275)));
    --_sunken: var(--pf-color-surface-sunken, light-dark(oklch(0.963 0.005 85), oklch(0.182 0.009 275)));
    --_raised: var(--pf-color-surface-raised, light-dark(oklch(1 0 0), oklch(0.245 0.012 275)));
    --_hover: var(--pf-color-surface-hover, light-dark(oklch(0.972 0.006 275), oklch(0.235 0.012 275)));
    --_border: var(--pf-color-border, light-dark(oklch(0.918 0.005 85), oklch(0.285 0.012 275)));
    --_border-control: var(--pf-color-border-control, light-dark(oklch(0.635 0.012 85), oklch(0.545 0.016 275)));
    --_text: var(--pf-color-text, light-dark(oklch(0.235 0.018 275), oklch(0.955 0.004 275)));
    --_muted: var(--pf-color-text-muted, light-dark(oklch(0.455 0.016 275), oklch(0.765 0.012 275)));
    --_faint: var(--pf-color-text-faint, light-dark(oklch(0.525 0.014 275), oklch(0.665 0.014 275)));
    --_accent: var(--pf-color-accent, light-dark(oklch(0.485 0.205 274), oklch(0.735 0.13 279)));
    --_accent-soft: var(--pf-color-accent-soft, light-dark(oklch(0.955 0.02 277), oklch(0.285 0.06 277)));
    --_warning: var(--pf-color-warning, light-dark(oklch(0.505 0.105 65), oklch(0.825 0.125 78)));
    --_gain: var(--pf-color-gain, light-dark(oklch(0.495 0.1 166), oklch(0.8 0.125 168)));
    --_gain-soft: var(--pf-color-gain-soft, light-dark(oklch(0.953 0.03 168), oklch(0.275 0.045 168)));
    --_loss: var(--pf-color-loss, light-dark(oklch(0.535 0.18 28), oklch(0.745 0.145 30)));
    --_loss-soft: var(--pf-color-loss-soft, light-dark(oklch(0.957 0.02 28), oklch(0.28 0.055 28)));
    --_chart-1: var(--pf-chart-1, light-dark(oklch(0.545 0.19 275), oklch(0.715 0.14 279)));
    --_chart-2: var(--pf-chart-2, light-dark(oklch(0.66 0.115 232), oklch(0.84 0.085 222)));
    --_chart-3: var(--pf-chart-3, light-dark(oklch(0.47 0.078 195), oklch(0.65 0.1 188)));
    --_chart-4: var(--pf-chart-4, light-dark(oklch(0.665 0.13 78), oklch(0.84 0.125 85)));
    --_chart-5: var(--pf-chart-5, light-dark(oklch(0.605 0.155 8), oklch(0.71 0.145 8)));
    --_chart-other: var(--pf-chart-other, light-dark(oklch(0.64 0.012 275), oklch(0.56 0.014 275)));
    --_grid: var(--pf-chart-grid, light-dark(oklch(0.93 0.004 85), oklch(0.27 0.01 275)));
    --_radius-small: var(--pf-radius-small, 0.375rem);
    --_radius: var(--pf-radius-control, 0.5rem);
    --_radius-card: var(--pf-radius-card, 0.875rem);
    --_shadow-card: var(--pf-shadow-card, 0 1px 2px light-dark(oklch(0.3 0.02 275 / 0.04), oklch(0 0 0 / 0.2)));
    --_shadow-popover: var(
      --pf-shadow-popover,
      0 0 0 1px light-dark(oklch(0.3 0.02 275 / 0.08), oklch(1 0 0 / 0.09)),
      0 16px 40px light-dark(oklch(0.3 0.02 275 / 0.14), oklch(0 0 0 / 0.5))
    );
    --_focus-ring: var(--pf-focus-ring, 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent));
    --_quick: var(--pf-duration-quick, 120ms);
    --_gentle: var(--pf-duration-gentle, 200ms);
    --_ease: var(--pf-ease, cubic-bezier(0.2, 0, 0, 1));
    --_row: var(--pf-row-height, 3rem);
    color: var(--_text);
    font-family: var(--pf-font, inherit);
  }
`;
