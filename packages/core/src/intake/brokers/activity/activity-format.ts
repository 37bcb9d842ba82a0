import type { Row } from "../../csv/row.ts";
import { cellReader } from "../../reading/cell-reader.ts";
import type { DelimitedFile, FormatNotes } from "../../reading/delimited-file.ts";
import type { Findings } from "../../reading/findings.ts";
import { rowOrderOf } from "../../reading/row-order.ts";
import type { BrokerFormat } from "../broker-format.ts";
import type { ActivityPreset } from "./activity-preset.ts";
import { activityTables, type FoundTable, locateActivities } from "./activity-tables.ts";
import { bookActivities, type RuledRow, settleRow } from "./book-activities.ts";
import { type FileFacts, readActivityRow } from "./read-activity-row.ts";

/** Makes a format out of its description. */
export function activityFormat(preset: ActivityPreset): BrokerFormat {
  return {
    id: preset.id,
    name: preset.name,
    locate: (rows) => locateActivities(rows, preset),
    read: (file, findings) => readActivities(file, preset, findings),
  };
}

function readActivities({ rows, headerIndex }: DelimitedFile, preset: ActivityPreset, findings: Findings): FormatNotes {
  const facts = factsOf(rows.slice(0, headerIndex), preset);
  const tables = activityTables(rows, headerIndex, preset, findings);
  const read = tables.map((table) => readTable(table, preset, facts, findings));
  const ruled = read.flatMap((table) => table.ruled);
  bookActivities(ruled, { preset, findings });
  const dates = ruled.map(({ row }) => row.date);
  const rowOrder = tables.length > 1 ? "unordered" : rowOrderOf(dates, preset.usualOrder ?? "oldest-first");
  return { dateOrder: read[0]?.dateOrder ?? "YMD", rowOrder };
}

function readTable({ described, table }: FoundTable, preset: ActivityPreset, facts: FileFacts, findings: Findings) {
  const style = { ...preset.numbers, ...(preset.dates === undefined ? {} : { dateOrder: preset.dates }) };
  const cells = cellReader(table, findings, style);
  const ruled = table.rows.flatMap((row): readonly RuledRow[] => {
    const status = cells.text(row, "status");
    // First of all: an order that was not executed may lack its date or price.
    if (preset.executed?.test(status) === false) {
      findings.report("ignored-row", row.line, `The row was left out: its status is "${status}". Nothing to do.`);
      return [];
    }
    const read = readActivityRow(row, cells, preset, facts, findings);
    return read === undefined ? [] : settleRow(described.refine?.(read) ?? read, described, { preset, findings });
  });
  return { ruled, dateOrder: cells.dateOrder };
}

/** What the lines above the header tell of the file, and the preset where they tell nothing. */
function factsOf(above: readonly Row[], { preamble = {}, currency = "", priceCurrency = "" }: ActivityPreset): FileFacts {
  const lines = above.map(({ cells }) => cells.map((cell) => cell.trim()).join(" ").trim());
  const told = (pattern: RegExp | undefined): string | undefined =>
    pattern === undefined ? undefined : lines.map((line) => pattern.exec(line)?.[1]?.trim()).find(Boolean);
  return { account: told(preamble.account) ?? "", currency: told(preamble.currency) ?? currency, priceCurrency };
}
