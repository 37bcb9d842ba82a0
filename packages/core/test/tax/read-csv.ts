/** Reads RFC 4180 strictly, independent of what writes it: records by their header; throws on a stray quote. */
export function readCsv(text: string): Record<string, string>[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (found === null) throw new Error(`No cell at ${at}: ${text.slice(at, at + 20)}`);
    rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    if (found[3] === "\r\n") rows.push([]);
  }
  const [header = [], ...records] = rows.slice(0, -1);
  return records.map((record) => Object.fromEntries(header.map((name, column) => [name, record[column]!])));
}
