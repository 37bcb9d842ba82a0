import { Decimal } from "../../numbers/decimal.ts";

/** The character before the fraction. */
export type DecimalSign = "point" | "comma";

// Most cells are plain: a look at them spares the rest of the work, and a file of 100,000 rows has a million cells.
const startsWithDigit = /^\d/;
const plainPoint = /^-?\d+(?:\.\d+)?$/;
const wholeNumber = /^-?\d+$/;

const absentTexts: ReadonlySet<string> = new Set(["", "-", "--", "\u2013", "\u2014", "n/a", "not available"]);

/** Whether a number cell says that there is none: blank, a dash, `n/a`. Absent, not zero. */
export function isAbsentNumber(cell: string): boolean {
  return cell === "" || (cell.length < 16 && !startsWithDigit.test(cell) && absentTexts.has(cell.trim().toLowerCase()));
}

const longest = 40;
const symbol = "(?:[A-Z]{0,3}[$\u20AC\u00A3\u00A5\u20B9]|[A-Z]{3})";
const figures = "((?:\\d|[.,](?=\\d))[\\d.,'\u2019\\s]*(?:[eE][+-]?\\d{1,2})?)";
const numberText = /* @__PURE__ */ numberPattern();

function numberPattern(): RegExp {
  return new RegExp(`^([+-]?)\\s*(?:${symbol}|@)?\\s*([+-]?)\\s*${figures}\\s*(?:${symbol}|S)?$`);
}

const shapes: Readonly<Record<DecimalSign, RegExp>> = {
  point: /^(?:[1-9]\d{0,2}(?:,\d{3})+|\d*)(?:\.\d*)?(?:e[+-]?\d+)?$/i,
  comma: /^(?:[1-9]\d{0,2}(?:\.\d{3})+|\d*)(?:,\d*)?(?:e[+-]?\d+)?$/i,
};

/**
 * The decimal sign of a column: the one that more of its cells can only mean.
 *
 * `778.25` can only mean a point, `1,5` only a comma, `1,234` either.
 * Undefined: no cell decides, or as many for one as for the other.
 */
export function decimalSignOf(cells: Iterable<string>): DecimalSign | undefined {
  return signOfBalance(decimalBalanceOf(cells));
}

/** The sign that a balance tells; undefined when it tells none. */
export function signOfBalance(balance: number): DecimalSign | undefined {
  return balance === 0 ? undefined : balance > 0 ? "point" : "comma";
}

/** How many more cells of a column can only have a decimal point than can only have a decimal comma. */
export function decimalBalanceOf(cells: Iterable<string>): number {
  let balance = 0;
  for (const cell of cells) {
    if (cell === "" || wholeNumber.test(cell)) continue;
    const body = unsigned(cell)?.body;
    if (body === undefined) continue;
    balance += Number(shapes.point.test(body)) - Number(shapes.comma.test(body));
  }
  return balance;
}

/**
 * The number in a cell: with grouping, a currency sign or code on either side, parentheses for negative, an exponent.
 *
 * `sign` decides cells that could be read either way; a cell that can only mean the other sign is read so.
 * Undefined: the text is no number, such as a formula or `1,23,4`.
 */
export function parseNumber(cell: string, sign: DecimalSign): Decimal | undefined {
  if (sign === "point" && cell.length <= longest && plainPoint.test(cell)) return new Decimal(cell);
  const parts = unsigned(cell);
  if (parts === undefined) return undefined;
  const fitting = shapes[sign].test(parts.body) ? sign : other(sign);
  if (!shapes[fitting].test(parts.body)) return undefined;
  const plain = fitting === "point" ? parts.body.replaceAll(",", "") : parts.body.replaceAll(".", "").replace(",", ".");
  const value = new Decimal(plain);
  return parts.negative ? value.negated() : value;
}

function other(sign: DecimalSign): DecimalSign {
  return sign === "point" ? "comma" : "point";
}

function unsigned(cell: string): { readonly negative: boolean; readonly body: string } | undefined {
  const text = cell.trim().replaceAll("\u2212", "-");
  if (text.length > longest) return undefined;
  const inParentheses = /^\((.+)\)$/.exec(text)?.[1];
  const match = numberText.exec(inParentheses ?? text);
  if (match === null || (match[1] !== "" && match[2] !== "")) return undefined;
  const body = withoutBlankGrouping(match[3] ?? "");
  if (body === undefined) return undefined;
  return { negative: inParentheses !== undefined || match[1] === "-" || match[2] === "-", body };
}

/** `1 234,56` and `0'000.00` without their group marks; undefined when the groups are not of three digits. */
function withoutBlankGrouping(digits: string): string | undefined {
  const text = digits.trim();
  if (!/['\u2019\s]/.test(text)) return text;
  return /^\d{1,3}(['\u2019\s]\d{3})+([.,]\d*)?$/.test(text) ? text.replaceAll(/['\u2019\s]/g, "") : undefined;
}
