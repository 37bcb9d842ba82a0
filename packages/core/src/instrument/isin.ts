/** ISO 6166 identifier: two-letter prefix, nine characters, a modulus-10 check digit. */
export type Isin = string & { readonly __brand?: "Isin" };

const shape = /^[A-Z]{2}[A-Z0-9]{9}[0-9]$/;

/**
 * Whether the text is an ISIN whose check digit holds.
 *
 * Letters count as 10 to 35, every second digit from the right is doubled and the digits are added up (ISO 6166 annex).
 */
export function isIsin(text: string): boolean {
  return hasIsinShape(text) && checksum(text) % 10 === 0;
}

/** Whether the text looks like an ISIN, whatever its check digit: brokers use such codes for their own lines, too. */
export function hasIsinShape(text: string): boolean {
  return shape.test(text);
}

function checksum(text: string): number {
  const digits = Array.from(text, (char) => Number.parseInt(char, 36).toString()).join("");
  return Array.from(digits)
    .reverse()
    .reduce((sum, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return sum + (value > 9 ? value - 9 : value);
    }, 0);
}
