import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { type KeptRecords, keptRecords } from "../journal/kept-records.ts";
import type { Note } from "../database/note.ts";

/** Notes of a portfolio. */
export function noteRepository(database: PortfolioDatabase): KeptRecords<Note> {
  return keptRecords(database, { table: "notes", kind: "note" });
}
