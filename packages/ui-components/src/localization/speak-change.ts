import type { Strings } from "./strings.ts";
import { numberFormat } from "../formatting/number-format.ts";
import { joinParts, numberParts } from "../formatting/number-parts.ts";
import type { Tone } from "../formatting/tone.ts";

/** What a change is read from. */
export interface SpokenChange {
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
  readonly fraction?: number | undefined;
  readonly digits?: number | undefined;
  readonly masked?: boolean | undefined;
  readonly tone: Tone;
}

/** A change in words for screen readers: "up 2,786.79 Canadian dollars, 0.87 percent". */
export function speakChange(change: SpokenChange, locale: string, strings: Strings): string {
  const terms: string[] = [];
  if (change.masked === true && change.amount !== undefined) terms.push(strings.amountHidden);
  else if (change.amount !== undefined && change.currency !== undefined)
    terms.push(
      joinParts(
        numberParts(change.amount, locale, {
          style: "currency",
          currency: change.currency,
          currencyDisplay: "name",
          signDisplay: "never",
        }),
      ),
    );
  if (change.fraction !== undefined && Number.isFinite(change.fraction))
    terms.push(
      numberFormat(locale, {
        style: "unit",
        unit: "percent",
        unitDisplay: "long",
        signDisplay: "never",
        minimumFractionDigits: change.digits ?? 2,
        maximumFractionDigits: change.digits ?? 2,
      }).format(change.fraction * 100),
    );
  return strings.change(change.tone, terms.join(", "));
}
