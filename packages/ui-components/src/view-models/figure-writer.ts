import type { AmountPair, CurrencyCode, Measured, UndefinedReason } from "@portfolio/core";
import { formatMoney } from "../formatting/format-money.ts";
import { formatPercent } from "../formatting/format-percent.ts";
import { moneyParts } from "../formatting/format-money.ts";
import { speakChange } from "../localization/speak-change.ts";
import type { Tone } from "../formatting/tone.ts";
import type { Strings } from "../localization/strings.ts";
import type { Figure } from "./figure.ts";

/** How figures are written: the choices of the person, not of the data. */
export interface FigureStyle {
  readonly locale: string;
  readonly masked: boolean;
  readonly strings: Strings;
  /** Reporting currency. */
  readonly baseCurrency: CurrencyCode;
}

/** Turns amounts and fractions of a snapshot into figures. */
export interface FigureWriter {
  readonly unknown: (reason: UndefinedReason | undefined) => Figure;
  readonly amount: (value: string | undefined, currency: CurrencyCode, reason?: UndefinedReason) => Figure;
  readonly change: (
    value: string | undefined,
    currency: CurrencyCode,
    reason?: UndefinedReason,
    fraction?: Measured,
    digits?: number,
  ) => Figure;
  readonly percent: (value: Measured, digits: number, sign?: "amount" | "change") => Figure;
  readonly pair: (pair: AmountPair, reason?: UndefinedReason) => Figure;
}

function toneOfFraction(fraction: number, digits: number): Tone {
  const shown = Math.abs(fraction) >= 0.5 * 10 ** -(digits + 2);
  return shown ? (fraction > 0 ? "gain" : "loss") : "neutral";
}

/** Makes the writer for one style. */
export function figureWriter(style: FigureStyle): FigureWriter {
  const { locale, masked, strings, baseCurrency } = style;
  const money = { locale, masked, homeCurrency: baseCurrency } as const;
  const unknown = (reason: UndefinedReason | undefined): Figure =>
    reason === "not-held"
      ? { text: strings.notApplicable, tone: "neutral" }
      : { text: strings.notYetKnown, tone: "neutral", reason };
  const amount: FigureWriter["amount"] = (value, currency, reason) =>
    value === undefined ? unknown(reason) : { text: formatMoney(value, currency, money), tone: "neutral" };
  const change: FigureWriter["change"] = (value, currency, reason, fraction, digits) => {
    if (value === undefined) return unknown(reason);
    const { tone } = moneyParts(value, currency, { locale, sign: "change" });
    const spoken = speakChange(
      { amount: value, currency, fraction: fraction?.value, digits, masked, tone },
      locale,
      strings,
    );
    return { text: formatMoney(value, currency, { ...money, sign: "change" }), tone, spoken };
  };
  const percent: FigureWriter["percent"] = (value, digits, sign = "amount") => {
    if (value.value === undefined) return unknown(value.reason);
    const tone = sign === "change" ? toneOfFraction(value.value, digits) : "neutral";
    return { text: formatPercent(value.value, { locale, digits, sign }), tone };
  };
  return { unknown, amount, change, percent, pair: (pair, reason) => amount(pair.base, baseCurrency, reason) };
}
