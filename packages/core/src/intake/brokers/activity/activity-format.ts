import { cellReader } from "../../reading/cell-reader.ts";
import type { DelimitedFile, FormatNotes } from "../../reading/delimited-file.ts";
import type { Findings } from "../../reading/findings.ts";
import { rowOrderOf } from "../../reading/row-order.ts";
import type { BrokerFormat } from "../broker-format.ts";
import type { ActivityField } from "./activity-field.ts";
import type { ActivityPreset, ActivityTable } from "./activity-preset.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { ActivityRemark } from "./activity-remark.ts";
import type { ActivityRow } from "./activity-row.ts";
import { activityTables, type FoundTable, locateActivities } from "./activity-tables.ts";
import { bookActivities } from "./book-activities.ts";
import { type FileFacts, fileFacts } from "./file-facts.ts";
import { readActivityRow } from "./read-activity-row.ts";
import type { RuledRow } from "./ruled-row.ts";
import { settleActivityRow } from "./settle-activity-row.ts";

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
  const facts = fileFacts(rows.slice(0, headerIndex), preset);
  const tables = activityTables(rows, headerIndex, preset, findings);
  const read = tables.map((table) => readTable(table, preset, facts, findings));
  const ruled = read.flatMap((table) => table.ruled);
  bookActivities(ruled, { preset, findings });
  const dates = ruled.map(({ row }) => row.date);
  const rowOrder = tables.length > 1 ? "unordered" : rowOrderOf(dates, preset.usualOrder ?? "oldest-first");
  return { dateOrder: read[0]?.dateOrder ?? "YMD", rowOrder };
}

function readTable({ described, table }: FoundTable, preset: ActivityPreset, file: FileFacts, findings: Findings) {
  const style = { ...preset.numbers, ...(preset.dates === undefined ? {} : { dateOrder: preset.dates }) };
  const cells = cellReader(table, findings, style);
  const fields = Object.keys(table.positions.at) as ActivityField[];
  const columns = Object.fromEntries(fields.map((field) => [field, cells.columnName(field)]));
  const events = table.rows.flatMap((row): readonly ActivityRow[] => {
    const aside = setAside((field) => cells.text(row, field), described, preset);
    if (aside !== undefined) return reportRemark(aside, row.line, columns, findings);
    const read = readActivityRow(row, cells, { preset, file, columns }, findings);
    return read === undefined ? [] : [described.refine?.(read) ?? read].flat();
  });
  const joined = described.combine?.(events) ?? events;
  const ruled = joined.flatMap((event) => settleEvent(event, described, { preset, findings }));
  return { ruled, dateOrder: cells.dateOrder };
}

/** First of all: an order that was not executed, or a row that is no transaction, may lack its date or price. */
function setAside(
  text: (field: ActivityField) => string,
  described: ActivityTable,
  preset: ActivityPreset,
): ActivityRemark | undefined {
  const status = text("status");
  if (preset.executed?.test(status) !== false) return described.setAside?.(text);
  return { code: "ignored-row", message: `The row was left out: its status is "${status}". Nothing to do.` };
}

function settleEvent(event: ActivityRow, described: ActivityTable, reading: ActivityReading): readonly RuledRow[] {
  if (event.remark !== undefined) reportRemark(event.remark, event.line, event.columns, reading.findings);
  return settleActivityRow(event, described, reading);
}

function reportRemark(
  { code, message, field }: ActivityRemark,
  line: number,
  columns: ActivityRow["columns"],
  findings: Findings,
): readonly [] {
  findings.report(code, line, message, field === undefined ? undefined : columns[field]);
  return [];
}
