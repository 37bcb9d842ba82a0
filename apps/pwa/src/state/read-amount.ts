import { numberSigns } from "./number-signs.ts";

/**
 * A typed amount as plain decimal text, or undefined when it is none or could be meant in two ways.
 *
 * The chosen locale decides: "1,234" is 1234 in English and 1.234 in German. What cannot be grouping there is understood
 * all the same ("150,50" in English). Spaces and apostrophes only ever group. A foreign sign before exactly three digits
 * ("1.234" in French) is refused, because a guess could be wrong a thousandfold.
 */
export function readAmount(text: string, locale: string): string | undefined {
  const typed = text
    .trim()
    .replace("−", "-")
    .replace(/[\s\u00a0\u2009\u202f]/g, " ")
    .replace(/[’´`]/g, "'");
  const match = /^(-?) ?([\d., ']*\d[\d., ']*)$/.exec(typed);
  if (match === null) return undefined;
  const [, minus = "", number = ""] = match;
  const decimal = decimalSignOf(number, locale);
  if (decimal === undefined) return undefined;
  const [whole = "", fraction = "", ...more] = decimal === "" ? [number] : number.split(decimal);
  if (more.length > 0 || !/^\d*$/.test(fraction) || !isWhole(whole)) return undefined;
  const digits = whole.replace(/\D/g, "") || "0";
  return `${minus}${digits}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The sign before the fraction, "" when there is no fraction; undefined when it cannot be told. */
function decimalSignOf(number: string, locale: string): string | undefined {
  const [points, commas] = [number.split(".").length - 1, number.split(",").length - 1];
  if (points === 0 && commas === 0) return "";
  if (points > 0 && commas > 0) return number.lastIndexOf(".") > number.lastIndexOf(",") ? "." : ",";
  const sign = points > 0 ? "." : ",";
  if (points + commas > 1) return "";
  const { decimal, group } = numberSigns(locale);
  if (sign === decimal) return sign;
  const [whole = "", fraction = ""] = number.split(sign);
  // Nothing groups behind a zero, a space or an apostrophe, nor before other than three digits.
  if (/^0?$|[ ']/.test(whole) || fraction.length !== 3) return sign;
  return sign === group && whole.length <= 3 ? "" : undefined;
}

/** Digits, or groups of three (of two before the last, as in India), all parted by the same sign. */
function isWhole(text: string): boolean {
  return /^\d*$/.test(text) || /^\d{1,3}([.,' ])(?:\d{2,3}\1)*\d{3}$/.test(text);
}
