import type { Measured, UndefinedReason } from "@portfolio/core";
import { formatPercent } from "../formatting/format-percent.ts";
import { moneyParts } from "../formatting/format-money.ts";
import type { Tone } from "../formatting/tone.ts";
import type { Strings } from "../localization/strings.ts";

/** What a metric card shows: bind it to the card with `.model`, or take it apart. */
export interface MetricCardModel {
  readonly label: string;
  readonly figure: string;
  readonly minor?: string | undefined;
  readonly caption?: string | undefined;
  readonly tone: Tone;
  readonly reason?: UndefinedReason | undefined;
}

/** Label, caption and the way figures are written. */
export interface MetricCardStyle {
  readonly label: string;
  readonly caption?: string | undefined;
  readonly locale: string;
  readonly masked: boolean;
}

/** A card of a fraction, such as a return. Only changes take a tone, and never a return that is not coloured in the design. */
export function fractionCard(
  value: Measured,
  style: MetricCardStyle & { readonly digits?: number; readonly sign?: "amount" | "change" },
  strings: Strings,
): MetricCardModel {
  const common = { label: style.label, caption: style.caption, tone: "neutral" as const };
  if (value.value === undefined)
    return { ...common, figure: strings.notYetKnown, caption: strings.reasons[value.reason], reason: value.reason };
  return {
    ...common,
    figure: formatPercent(value.value, {
      locale: style.locale,
      digits: style.digits ?? 2,
      sign: style.sign ?? "change",
    }),
  };
}

/** A card of an amount; a change carries its sign and tone, a value does not. */
export function amountCard(
  value: string | undefined,
  currency: string,
  style: MetricCardStyle & { readonly sign?: "amount" | "change"; readonly reason?: UndefinedReason },
  strings: Strings,
): MetricCardModel {
  const common = { label: style.label, caption: style.caption };
  if (value === undefined) {
    const caption = style.reason === undefined ? style.caption : strings.reasons[style.reason];
    return { ...common, figure: strings.notYetKnown, caption, tone: "neutral", reason: style.reason };
  }
  const parts = moneyParts(value, currency, {
    locale: style.locale,
    homeCurrency: currency,
    sign: style.sign,
    masked: style.masked,
  });
  const { tone } = moneyParts(value, currency, { locale: style.locale, sign: style.sign });
  return {
    ...common,
    figure: parts.major + parts.minor + parts.tail,
    tone: style.sign === "change" ? tone : "neutral",
  };
}
