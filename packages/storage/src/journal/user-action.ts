import type { Table } from "dexie";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { toStorageFull } from "../database/storage-full-error.ts";
import { countChange } from "../unsaved/backup-state.ts";
import { addStep } from "./journal-head.ts";
import type { UserAction } from "../database/journal-step.ts";
import { startRecording } from "../database/record-changes.ts";

/**
 * One user action: all its writes, its step in the journal and the count of changes that no backup holds, in one IndexedDB
 * transaction. An action that changes nothing leaves no step.
 *
 * @throws {StorageFullError} the browser is out of space; nothing was written
 */
export async function userAction<Answer>(
  database: PortfolioDatabase,
  action: UserAction,
  tables: readonly Table[],
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { journal, journalRows, settings } = database;
  const scope = [...new Set<Table>([...tables, settings, journal, journalRows])];
  try {
    return await database.transaction("rw", scope, async () => {
      const recording = startRecording(action.batch?.batchId);
      const answer = await work();
      const changes = recording.changes();
      if (changes.length > 0 || recording.batchRows() > 0) {
        const rows = action.rowCount ?? recording.batchRows();
        // An entry with its new account is one change to a person.
        const count = Math.max(changes.filter(({ table }) => table === "transactions").length + rows, 1);
        await addStep(database, action, changes, count);
        await countChange(database, count);
      }
      return answer;
    });
  } catch (error) {
    throw toStorageFull(error);
  }
}
