import { joinParts, numberParts } from "./number-parts.ts";

/** How a fraction is written as a percentage. */
export interface PercentStyle {
  readonly locale: string;
  /** Two for returns of a period or a day, one for weights, risk and growth, none on axes. Default 2. */
  readonly digits?: number | undefined;
  /** "change" puts "+" before a gain. Default "amount". */
  readonly sign?: "amount" | "change" | undefined;
}

/**
 * A fraction as a percentage with a true minus: 0.1756 is "17.56%". Shown with privacy mode on, too.
 *
 * Units: fraction (0.05 is 5 %).
 */
export function formatPercent(fraction: number, style: PercentStyle): string {
  const digits = style.digits ?? 2;
  return joinParts(
    numberParts(fraction, style.locale, {
      style: "percent",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: style.sign === "change" ? "exceptZero" : "negative",
    }),
  );
}
