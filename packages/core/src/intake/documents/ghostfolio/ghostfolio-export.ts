import type { DocumentFormat, DocumentReading } from "../document-format.ts";
import type { Findings } from "../../reading/findings.ts";
import { rowOrderOf } from "../../reading/row-order.ts";
import { bookGhostfolioActivity } from "./ghostfolio-activity.ts";
import { reportGhostfolioBalances } from "./ghostfolio-balances.ts";
import { ghostfolioDates } from "./ghostfolio-dates.ts";
import { asObject, fieldOf, itemsOf, type JsonObject, parseJson, textOf } from "./parse-json.ts";

/** Ghostfolio, export (JSON). Rows are the activities, counted from 1. */
export const ghostfolioExport: DocumentFormat = {
  id: "ghostfolio-export",
  name: "Ghostfolio: export (JSON)",
  recognises: (text) => /^\s*\{/.test(text.slice(0, 200)) && /"activities"\s*:\s*\[/.test(text) && has(text, "meta"),
  read: readGhostfolio,
};

function has(text: string, field: string): boolean {
  return text.includes(`"${field}"`);
}

function readGhostfolio(text: string, findings: Findings): DocumentReading | undefined {
  const document = asObject(parseJson(text));
  const activities = fieldOf(document, "activities");
  if (document === undefined || !Array.isArray(activities)) return undefined;
  const entries = itemsOf(activities).map(asObject);
  const dateOf = ghostfolioDates(entries.map((activity) => textOf(activity, "date")));
  const profiles = profilesOf(document);
  for (const [index, activity] of entries.entries()) {
    bookGhostfolioActivity({ activity, line: index + 1, profiles, dateOf }, findings);
  }
  reportGhostfolioBalances(document, findings);
  const dates = findings.drafts.map(({ tradeDate }) => tradeDate);
  const rows = entries.map((_, index) => ({ line: index + 1, cells: [] }));
  return { entries: rows, notes: { dateOrder: "YMD", rowOrder: rowOrderOf(dates, "oldest-first") } };
}

/** What the file tells of its instruments, by data source and symbol. */
function profilesOf(document: JsonObject): ReadonlyMap<string, JsonObject> {
  const profiles = itemsOf(fieldOf(document, "assetProfiles")).map(asObject);
  const known = profiles.filter((profile) => profile !== undefined);
  return new Map(known.map((profile) => [`${textOf(profile, "dataSource")} ${textOf(profile, "symbol")}`, profile]));
}
