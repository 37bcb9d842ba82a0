import { currencyPrefix } from "./currency-prefix.ts";
import { mask } from "./mask.ts";
import { numberFormat } from "./number-format.ts";
import { joinParts, numberParts, type NumberParts } from "./number-parts.ts";

/** How an amount of money is written. */
export interface MoneyStyle {
  readonly locale: string;
  /** The reporting currency: it carries the short sign, every other its code or prefix. */
  readonly homeCurrency?: string | undefined;
  /** "change" puts "+" before a gain; zero never carries a sign. Default "amount". */
  readonly sign?: "amount" | "change" | undefined;
  /** Minor units of the currency (default), none, or short as on an axis ("$324k"). */
  readonly digits?: "minor" | "whole" | "short" | undefined;
  /** At most so many fraction digits when short; 1 unless told otherwise. */
  readonly shortDigits?: number | undefined;
  /** Hides the amount behind a mask of fixed length. */
  readonly masked?: boolean | undefined;
}

function options(currency: string, style: MoneyStyle): Intl.NumberFormatOptions {
  const base: Intl.NumberFormatOptions = {
    style: "currency",
    currency,
    signDisplay: style.sign === "change" ? "exceptZero" : "negative",
  };
  if (style.digits === "whole") return { ...base, maximumFractionDigits: 0, minimumFractionDigits: 0 };
  if (style.digits === "short")
    return { ...base, notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: style.shortDigits ?? 1 };
  return base;
}

/** Puts our sign where the locale puts its own, and "k" where English writes "K". */
function dress(text: string, foreign: string, own: string, short: boolean): string {
  const dressed = foreign === own ? text : text.replace(foreign, own);
  return short ? dressed.replace(/(\d)K$/, "$1k") : dressed;
}

/** The mask in the place of the digits, with the currency sign where the locale puts it. */
function maskedMoney(currency: string, style: MoneyStyle): NumberParts {
  const parts = numberFormat(style.locale, { style: "currency", currency }).formatToParts(0);
  const text = parts
    .filter((part) => part.type !== "decimal" && part.type !== "fraction")
    .map((part) =>
      part.type === "integer"
        ? mask
        : part.type === "currency"
          ? currencyPrefix(currency, style.locale, style.homeCurrency)
          : part.value,
    )
    .join("");
  return { major: text, minor: "", tail: "", tone: "neutral" };
}

/** Whether a currency code is one that `Intl` accepts: three letters. */
function isCode(currency: string): boolean {
  return /^[A-Z]{3}$/i.test(currency);
}

/**
 * Money as parts, so that a hero figure can set its cents apart.
 *
 * Units: `amount` is a decimal string in major units; it is formatted exactly, never through a float.
 */
export function moneyParts(amount: string, currency: string, style: MoneyStyle): NumberParts {
  if (!isCode(currency)) return { major: "", minor: "", tail: "", tone: "neutral" };
  if (style.masked === true) return maskedMoney(currency, style);
  const parts = numberParts(amount, style.locale, options(currency, style));
  const intl = numberFormat(style.locale, { style: "currency", currency });
  const foreign = intl.formatToParts(0).find((part) => part.type === "currency")?.value ?? "";
  const own = currencyPrefix(currency, style.locale, style.homeCurrency);
  const short = style.digits === "short";
  return {
    ...parts,
    major: dress(parts.major, foreign, own, short),
    minor: dress(parts.minor, foreign, own, short),
    tail: dress(parts.tail, foreign, own, short),
  };
}

/**
 * Money as text, such as "$324,117.31", "+$2,786.79", "US$512.84", "$324k" or "$••••••".
 *
 * @example
 * formatMoney("-3091.72", "CAD", { locale: "en-CA", homeCurrency: "CAD", sign: "change" }); // => "−$3,091.72"
 */
export function formatMoney(amount: string, currency: string, style: MoneyStyle): string {
  const text = joinParts(moneyParts(amount, currency, style));
  return style.digits === "short" ? text.replace(/(\d)K$/, "$1k") : text;
}
