/** Text that a spreadsheet would run as a formula, also behind white space. */
const looksLikeFormula = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * A text as a cell of a CSV file (RFC 4180): quoted where it holds a comma, a quote or a line break. Text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
export function csvText(text: string): string {
  const safe = looksLikeFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
