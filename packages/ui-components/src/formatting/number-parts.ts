import { numberFormat } from "./number-format.ts";
import type { Tone } from "./tone.ts";

/** A number set as text, split where the design sets it apart. */
export interface NumberParts {
  /** Everything up to the decimal mark. */
  readonly major: string;
  /** Decimal mark and fraction. */
  readonly minor: string;
  /** What stands behind the fraction, such as a currency sign or a percent sign. */
  readonly tail: string;
  /** By the sign that is shown, so zero and what rounds to zero are neutral. */
  readonly tone: Tone;
}

const plainDecimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The true minus of typography, U+2212. */
export const minusSign = "\u2212";

/**
 * Formats a decimal string or a number exactly as `Intl` does, with a true minus.
 *
 * A decimal string never passes through a float. Text that is no number gives empty parts, because a component
 * degrades and does not throw.
 */
export function numberParts(value: string | number, locale: string, options: Intl.NumberFormatOptions): NumberParts {
  const known = typeof value === "number" ? Number.isFinite(value) : plainDecimal.test(value);
  if (!known) return { major: "", minor: "", tail: "", tone: "neutral" };
  const sides = { major: "", minor: "", tail: "" };
  let side: keyof typeof sides = "major";
  let tone: Tone = "neutral";
  for (const part of numberFormat(locale, options).formatToParts(value as Intl.StringNumericLiteral)) {
    if (part.type === "minusSign") tone = "loss";
    if (part.type === "plusSign") tone = "gain";
    if (part.type === "decimal") side = "minor";
    else if (side === "minor" && part.type !== "fraction") side = "tail";
    sides[side] += part.type === "minusSign" ? part.value.replace("-", minusSign) : part.value;
  }
  return { ...sides, tone };
}

/** The parts as one text. */
export function joinParts(parts: NumberParts): string {
  return parts.major + parts.minor + parts.tail;
}
