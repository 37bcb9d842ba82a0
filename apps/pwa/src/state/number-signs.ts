/** The characters a locale writes numbers with. */
export interface NumberSigns {
  readonly decimal: string;
  readonly group: string;
}

const known = new Map<string, NumberSigns>();

/** Decimal and group sign of a locale, as `Intl` itself writes them; always with Latin digits, which the fields take. */
export function numberSigns(locale: string): NumberSigns {
  let signs = known.get(locale);
  if (signs === undefined) {
    const format = new Intl.NumberFormat(locale, { useGrouping: "always", numberingSystem: "latn" });
    const parts = format.formatToParts(1234567.5);
    const sign = (type: "decimal" | "group"): string | undefined => parts.find((part) => part.type === type)?.value;
    signs = { decimal: sign("decimal") ?? ".", group: sign("group") ?? "" };
    known.set(locale, signs);
  }
  return signs;
}
