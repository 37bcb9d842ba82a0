import { describe, expect, it } from "vitest";
import { goldenDump, layDown } from "../../../test/golden/dump.ts";
import { contentsOf, freshDatabase, freshName } from "../../../test/fresh-database.ts";
import { journal } from "../../undo/journal.ts";
import { taxonomyRepository } from "../../taxonomies/taxonomy-repository.ts";
import { transactionRepository } from "../../transactions/transaction-repository.ts";

describe("a database of version 1", () => {
  it("opens with every row as it was, and new tables that are empty", async () => {
    const dump = await goldenDump(1);
    const name = freshName();
    await layDown(name, dump);
    const database = await freshDatabase(name);
    const contents = await contentsOf(database);
    const known = Object.keys(dump.rows);
    expect(known.length).toBe(12);
    for (const table of known) expect(contents[table]).toEqual(dump.rows[table]);
    const added = Object.keys(contents).filter((table) => !known.includes(table));
    expect(added.sort()).toEqual([
      "goals",
      "journal",
      "journalRows",
      "notes",
      "targetAllocations",
      "taxonomies",
      "watchlist",
    ]);
    for (const table of added) expect(contents[table]).toEqual([]);
    expect(dump.rows["transactions"]!.length).toBe(31);
    expect((await transactionRepository(database).columns()).wasRebuilt).toBe(false);
  });

  it("takes what is new, and undo begins with the first action", async () => {
    const name = freshName();
    await layDown(name, await goldenDump(1));
    const database = await freshDatabase(name);
    expect(await journal(database).state()).toEqual({});
    await taxonomyRepository(database).save({ id: "x", name: "Themes", categories: [], assignments: [] });
    await journal(database).undo();
    expect(await taxonomyRepository(database).all()).toEqual([]);
  });
});
