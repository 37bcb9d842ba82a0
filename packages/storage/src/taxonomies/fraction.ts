/** Whether a decimal text is a fraction from 0 to 1. */
export function isFraction(text: unknown): text is string {
  return typeof text === "string" && /^(0(\.\d{1,30})?|1(\.0{1,30})?)$/.test(text);
}

/** Whether fractions add up to more than 1, exactly. */
export function exceedsOne(fractions: readonly string[]): boolean {
  const sum = fractions.reduce((total, text) => {
    const [whole, digits = ""] = text.split(".");
    return total + BigInt(whole! + digits.padEnd(30, "0"));
  }, 0n);
  return sum > 10n ** 30n;
}
