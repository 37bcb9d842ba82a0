import { mask } from "./mask.ts";
import { joinParts, numberParts } from "./number-parts.ts";

/** A quantity with all its significant digits (0.01525217 stays); masked, it is as secret as an amount. */
export function formatQuantity(quantity: string, locale: string, masked: boolean = false): string {
  if (masked) return mask;
  return joinParts(numberParts(quantity, locale, { maximumFractionDigits: 20, signDisplay: "negative" }));
}
