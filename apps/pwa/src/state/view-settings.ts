import type { Period } from "@portfolio/core";
import type { OpenPortfolio } from "../engine/engine-protocol.ts";

/** How things are shown: choices of this browser, not of the portfolio. */
export interface ViewSettings {
  readonly portfolio: OpenPortfolio;
  readonly period: Period;
  readonly scope: readonly string[];
  readonly isMasked: boolean;
  readonly theme: "system" | "light" | "dark";
  readonly contrast: "system" | "more" | "normal";
  readonly gainColors: "default" | "blue-orange" | "red-up";
  readonly density: "comfortable" | "compact";
  readonly locale: string;
}

const key = "portfolio:view";

const defaults: ViewSettings = {
  portfolio: "own",
  period: "1Y",
  scope: [],
  isMasked: false,
  theme: "system",
  contrast: "system",
  gainColors: "default",
  density: "comfortable",
  locale: navigator.language,
};

/** The kept settings, with the period and scope of the address in front of them. */
export function readViewSettings(): ViewSettings {
  const kept = parsed(localStorage.getItem(key));
  const query = new URLSearchParams(location.search);
  const period = query.get("period") as Period | null;
  const scope = query.get("scope");
  return {
    ...defaults,
    ...kept,
    ...(period === null ? {} : { period }),
    ...(scope === null ? {} : { scope: scope.split(",").filter(Boolean) }),
  };
}

export function writeViewSettings(settings: ViewSettings): void {
  localStorage.setItem(key, JSON.stringify(settings));
  applyToDocument(settings);
}

/** Theme, contrast, gain colours and density are attributes of the root, which the tokens read. */
export function applyToDocument({ theme, contrast, gainColors, density }: ViewSettings): void {
  const root = document.documentElement;
  setOrRemove(root, "data-theme", theme === "system" ? undefined : theme);
  setOrRemove(root, "data-contrast", contrast === "system" ? undefined : contrast);
  setOrRemove(root, "data-gain-colors", gainColors === "default" ? undefined : gainColors);
  setOrRemove(root, "data-density", density === "comfortable" ? undefined : density);
}

function setOrRemove(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function parsed(text: string | null): Partial<ViewSettings> {
  try {
    return text === null ? {} : (JSON.parse(text) as Partial<ViewSettings>);
  } catch {
    return {};
  }
}
