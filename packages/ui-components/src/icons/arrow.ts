import { html, nothing, type TemplateResult } from "lit";
import type { Tone } from "../formatting/tone.ts";

/** The filled triangle beside a gain or a loss; nothing beside zero. */
export function arrow(tone: Tone): TemplateResult | typeof nothing {
  if (tone === "neutral") return nothing;
  return html`<svg class="arrow" viewBox="0 0 10 10" aria-hidden="true">
    <path d=${tone === "gain" ? "M5 1 10 9H0z" : "M5 9 0 1h10z"} />
  </svg>`;
}
