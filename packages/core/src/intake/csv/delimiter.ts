/** What stands between two cells. */
export type Delimiter = "," | ";" | "\t";

const candidates: readonly Delimiter[] = [",", ";", "\t"];
const examinedLines = 60;

/**
 * The delimiter of a text: the one on most lines, then the one that occurs most often, outside quotation marks.
 *
 * Prose, such as a preamble, rarely holds it; a decimal comma never stands in the header.
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = outsideQuotes(text);
  const scores = candidates.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    return {
      delimiter,
      lines: counts.filter((count) => count > 0).length,
      total: counts.reduce((sum, count) => sum + count, 0),
    };
  });
  scores.sort((a, b) => b.lines - a.lines || b.total - a.total);
  return scores[0]?.delimiter ?? ",";
}

function outsideQuotes(text: string): readonly string[] {
  const start = text.slice(0, 64_000);
  return start
    .replaceAll(/"[^"]*"/g, "")
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, examinedLines);
}
