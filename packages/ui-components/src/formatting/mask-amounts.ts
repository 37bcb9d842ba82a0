import { mask } from "./mask.ts";

const digits = String.raw`\d(?:[\d.,'’\u00a0\u202f]*\d)?(?:\s?[kKMB]\b)?`;
const amounts = new RegExp(
  String.raw`[+−-]?((?:[A-Z]{0,3}\p{Sc}|\b[A-Z]{3})\s?)[+−-]?${digits}|[+−-]?${digits}(\s?(?:\p{Sc}|[A-Z]{3}\b))`,
  "gu",
);

/** Hides every amount in a finished text: a number beside a currency sign or code. Percentages and dates stay. */
export function maskAmounts(text: string): string {
  return text.replace(
    amounts,
    (_amount, before: string | undefined, after: string | undefined) => `${before ?? ""}${mask}${after ?? ""}`,
  );
}
