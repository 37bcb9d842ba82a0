import { hasIsinShape } from "../../../instrument/isin.ts";
import type { PrintedDate } from "../../csv/date-style.ts";
import { isAbsentNumber } from "../../csv/number-style.ts";
import type { Row } from "../../csv/row.ts";
import type { CellReader } from "../../reading/cell-reader.ts";
import type { Findings } from "../../reading/findings.ts";
import type { ActivityField } from "./activity-field.ts";
import type { ActivityPreset } from "./activity-preset.ts";
import type { ActivityRow } from "./activity-row.ts";
import type { FileFacts } from "./file-facts.ts";
import { amountsIn, feesIn, inWholeUnits, unitsIn } from "./read-activity-amounts.ts";

type Cells = CellReader<ActivityField>;

/** What every row of a table shares. */
export interface ActivityTableFacts {
  readonly preset: ActivityPreset;
  readonly file: FileFacts;
  readonly columns: ActivityRow["columns"];
}

/** Reads the cells of a row; undefined when one is refused. */
export function readActivityRow(
  row: Row,
  cells: Cells,
  { preset, file, columns }: ActivityTableFacts,
  findings: Findings,
): ActivityRow | undefined {
  const date = cells.neededDate(row, "date");
  const text = (field: ActivityField): string => textIn(cells.text(row, field));
  const units = unitsIn(row, cells, preset, file);
  const read: Omit<ActivityRow, "date"> = {
    line: row.line,
    columns,
    time: timeOf(row, cells, date),
    settlementDate: cells.date(row, "settlementDate")?.date,
    account: text("account") || file.account,
    action: [text("action"), text("subAction")].filter(Boolean).join("/").toLowerCase(),
    name: text("name"),
    description: text("description"),
    exchange: text("exchange"),
    assetClass: preset.assetClasses?.[text("assetClass").toLowerCase()],
    id: idIn(text),
    ...securityIn(text),
    ...amountsIn(row, cells, preset),
    ...feesIn(row, cells, preset.fees, units.unit),
    ...units,
  };
  return findings.isRefused(row.line) || date === undefined ? undefined : inWholeUnits({ ...read, date: date.date });
}

/** On one line; a dash or `n/a` is as good as blank. */
function textIn(cell: string): string {
  return isAbsentNumber(cell) ? "" : cell.replaceAll(/\s+/g, " ");
}

/** The time of day: beside the date, in a column of its own, or of a time stamp of the same day. */
function timeOf(row: Row, cells: Cells, date: PrintedDate | undefined): string | undefined {
  const stamp = cells.date(row, "timestamp");
  if (stamp !== undefined && stamp.date === date?.date) return stamp.time;
  const printed = /^\d{1,2}:\d{2}(:\d{2})?/.exec(cells.text(row, "time"))?.[0];
  return date?.time ?? printed?.replace(/^(?=\d:)/, "0");
}

function securityIn(text: (field: ActivityField) => string): Pick<ActivityRow, "symbol" | "isin"> {
  const either = text("security");
  const isIsin = hasIsinShape(either.toUpperCase());
  return { symbol: text("symbol") || (isIsin ? "" : either), isin: text("isin") || (isIsin ? either : "") };
}

/** Zeros stand for "no id", and would make one event of many. */
function idIn(text: (field: ActivityField) => string): string {
  const id = text("id") || text("laterId");
  return /^0*$/.test(id) ? "" : id;
}
