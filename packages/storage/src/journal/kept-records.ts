import type { ActionKind } from "../database/journal-step.ts";
import { userAction } from "./user-action.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";

/** Records of one kind that a person made. Each writing method is one user action: one revision, one step of undo. */
export interface KeptRecords<Row> {
  all(): Promise<Row[]>;
  /** Puts a record in the place of the one with its id. */
  save(row: Row): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What tells one kind of record from another. */
interface Keeping<Row> {
  readonly table: "taxonomies" | "targetAllocations" | "goals" | "notes" | "watchlist";
  readonly kind: ActionKind;
  /** What is wrong with a record, in a sentence. */
  readonly fault?: (row: Row) => string | undefined;
}

export function keptRecords<Row extends object>(
  database: PortfolioDatabase,
  { table, kind, fault = () => undefined }: Keeping<Row>,
): KeptRecords<Row> {
  const rows = database.table<Row, string>(table);
  return {
    all: () => rows.toArray(),
    save: async (row) => {
      const wrong = fault(row);
      if (wrong !== undefined) throw new Error(wrong);
      await userAction(database, { kind, subject: nameOf(row) }, [rows], async () => {
        await rows.put(row);
        await nextRevision(database);
      });
    },
    remove: (id) =>
      userAction(database, { kind, subject: "" }, [rows], async () => {
        if ((await rows.get(id)) === undefined) return;
        await rows.delete(id);
        await nextRevision(database);
      }),
  };
}

function nameOf(row: object): string {
  return "name" in row && typeof row.name === "string" ? row.name : "";
}
