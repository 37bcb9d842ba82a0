import type { ReactiveController } from "lit";

const queries = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"];
const attributes = ["data-theme", "data-contrast", "data-gain-colors", "class", "style"];

/** Tells its host when the theme of the page changes, by system preference or by attribute of the root element. */
export class ThemeWatch implements ReactiveController {
  #changed: () => void;
  #lists: MediaQueryList[] = [];
  #observer: MutationObserver | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  hostConnected(): void {
    this.#lists = queries.map((query) => matchMedia(query));
    for (const list of this.#lists) list.addEventListener("change", this.#changed);
    this.#observer = new MutationObserver(this.#changed);
    this.#observer.observe(document.documentElement, { attributes: true, attributeFilter: attributes });
  }

  hostDisconnected(): void {
    for (const list of this.#lists) list.removeEventListener("change", this.#changed);
    this.#observer?.disconnect();
  }
}
