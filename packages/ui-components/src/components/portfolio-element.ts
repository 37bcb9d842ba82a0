import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import { currentStrings } from "../localization/current-strings.ts";
import type { Strings } from "../localization/strings.ts";

/** What every portfolio element has: a locale for its formats and a switch that hides amounts. */
export class PortfolioElement extends LitElement {
  /** Locale of numbers and dates, such as "en-CA"; without one the language of the page, then of the browser. */
  @property() locale: string = "";

  /** Hides every amount and quantity behind a mask of fixed length. */
  @property({ type: Boolean, reflect: true }) masked: boolean = false;

  /** The locale in use; one that `Intl` does not know falls back to English. */
  protected get usedLocale(): string {
    const wanted = this.locale || document.documentElement.lang || navigator.language;
    try {
      return Intl.getCanonicalLocales(wanted)[0] ?? "en";
    } catch {
      return "en";
    }
  }

  protected get strings(): Strings {
    return currentStrings();
  }
}
