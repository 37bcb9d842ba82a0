const plainNumber = /^(\d+\.?\d*|\.\d+)$/;
/** More than any price has; a longer one could not be packed, and would keep the portfolio from being opened. */
const mostCharacters = 60;

/** Whether a text is a price that can be stored: a plain number of 0 or more, without an exponent. */
export function isPriceText(text: string): boolean {
  return text.length <= mostCharacters && plainNumber.test(text);
}
