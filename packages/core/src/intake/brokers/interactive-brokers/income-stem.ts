/**
 * What the text of a payment and that of its tax have in common: the part before `(Ordinary Dividend)` or ` - US Tax`;
 * of interest the part after the currency or the percentage.
 */
export function incomeStem(description: string): string {
  const text = description.toLowerCase();
  const onInterest =
    /^withholding @ [\d.]+% on (.+)$/.exec(text)?.[1] ?? /^[a-z]{3} (credit interest .+)$/.exec(text)?.[1];
  if (onInterest !== undefined) return onInterest.replace(/^[a-z]{3} (?=credit)/, "");
  return text.replace(/ - [a-z]{2} tax\b.*$/, "").replace(/\s*\([^()]*\)$/, "");
}
