import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { sparkPath } from "../../chart/spark-path.ts";
import { baseStyles } from "../../design-tokens/base-styles.ts";
import { tokenFallbacks } from "../../design-tokens/token-fallbacks.ts";
import type { Tone } from "../../formatting/tone.ts";
import { sparklineStyles } from "./sparkline.styles.ts";

/** Width and height of the drawing; it stretches to the size of the element. */
const box = { width: 80, height: 24 } as const;

/**
 * @summary A small line of recent prices, coloured by its own sign. Decorative: the figure stands beside it.
 *
 * @cssproperty --portfolio-sparkline-color - One colour instead of that of gain or loss.
 */
@customElement("portfolio-sparkline")
export class PortfolioSparkline extends LitElement {
  static override styles: CSSResultGroup = [tokenFallbacks, baseStyles, sparklineStyles];

  /** Values, oldest first; 63 trading days in the design. */
  @property({ attribute: false }) values: ArrayLike<number> = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("aria-hidden", "true");
  }

  override render(): TemplateResult | typeof nothing {
    const path = sparkPath(this.values, box.width, box.height);
    if (path === "") return nothing;
    return html`<svg
      class="tone-${tone(this.values)}"
      viewBox="0 -1 ${box.width} ${box.height + 2}"
      preserveAspectRatio="none"
    >
      <path d=${path} />
    </svg>`;
  }
}

function tone(values: ArrayLike<number>): Tone {
  const known = Array.from(values).filter(Number.isFinite);
  const growth = (known.at(-1) ?? 0) - (known[0] ?? 0);
  return growth > 0 ? "gain" : growth < 0 ? "loss" : "neutral";
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-sparkline": PortfolioSparkline;
  }
}
