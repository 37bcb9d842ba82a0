import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

/** Names of the icons the elements use. Paths are lucide's (ISC, see LICENSE-icons). */
export type IconName =
  | "chevron"
  | "clock"
  | "sort-descending"
  | "sort-ascending"
  | "menu"
  | "warning"
  | "table"
  | "copy";

const shapes: Readonly<Record<IconName, SVGTemplateResult>> = {
  chevron: svg`<path d="m9 18 6-6-6-6" />`,
  clock: svg`<circle cx="12" cy="12" r="10" /><path d="M12 6v6l4 2" />`,
  "sort-descending": svg`<path d="M12 5v14" /><path d="m19 12-7 7-7-7" />`,
  "sort-ascending": svg`<path d="m5 12 7-7 7 7" /><path d="M12 19V5" />`,
  menu: svg`<circle cx="12" cy="12" r="1" /><circle cx="19" cy="12" r="1" /><circle cx="5" cy="12" r="1" />`,
  warning: svg`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3" /><path d="M12 9v4" /><path d="M12 17h.01" />`,
  table: svg`<path d="M12 3v18" /><rect width="18" height="18" x="3" y="3" rx="2" /><path d="M3 9h18" /><path d="M3 15h18" />`,
  copy: svg`<rect width="14" height="14" x="8" y="8" rx="2" ry="2" /><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2" />`,
};

/** A decorative line icon in the colour of the text around it. */
export function icon(name: IconName, size: "normal" | "small" = "normal"): TemplateResult {
  return html`<svg class=${size === "small" ? "icon icon-small" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
    ${shapes[name]}
  </svg>`;
}
