// oxlint-disable-next-line typescript/triple-slash-reference -- a package that reads our sources needs it, too
/// <reference path="./papaparse.d.ts" />
import type { Delimiter } from "./delimiter.ts";
import type { Row } from "./row.ts";

/** A record whose quotation marks do not close where they should. */
export interface QuoteFault {
  readonly line: number;
  /** The last physical line the record took in. */
  readonly lastLine: number;
  /** Whether the quotation never ends, so that it took in the rest of the file. */
  readonly unclosed: boolean;
}

/** The records of a text without the blank ones, and those that could not be told apart. */
export interface TokenizedText {
  readonly rows: readonly Row[];
  readonly faults: readonly QuoteFault[];
}

/**
 * Cuts a text into rows of cells.
 *
 * Line ends may be LF, CRLF or CR, also mixed; inside a quoted cell they come out as LF. Line numbers are exact: a
 * record covers as many lines as its cells hold line ends. Blank records are left out, faulty ones stand in `faults`
 * only.
 *
 * Cost: O(characters). papaparse is loaded at the first call.
 */
export async function tokenize(text: string, delimiter: Delimiter): Promise<TokenizedText> {
  const { default: papaparse } = await import("papaparse/papaparse.min.js");
  const { data, errors } = papaparse.parse(text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text, {
    delimiter,
    newline: "\n",
    header: false,
    skipEmptyLines: false,
  });
  const broken = new Map(errors.flatMap(({ row, code }) => (row === undefined ? [] : [[row, code] as const])));
  const rows: Row[] = [];
  const faults: QuoteFault[] = [];
  let line = 1;
  for (const [index, cells] of data.entries()) {
    const lastLine = line + lineEnds(cells);
    const fault = broken.get(index);
    if (fault !== undefined) faults.push({ line, lastLine, unclosed: fault === "MissingQuotes" });
    else if (cells.some((cell) => cell.trim() !== "")) rows.push({ line, cells });
    line = lastLine + 1;
  }
  return { rows, faults };
}

function lineEnds(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  }
  return count;
}
