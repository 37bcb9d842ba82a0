import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../test/fresh-database.ts";
import { goalRepository } from "../goals/goal-repository.ts";
import { noteRepository } from "../notes/note-repository.ts";
import { targetAllocationRepository } from "../targets/target-allocation-repository.ts";
import type { Taxonomy } from "../database/taxonomy.ts";
import { taxonomyRepository } from "../taxonomies/taxonomy-repository.ts";
import { watchlistRepository } from "../watchlist/watchlist-repository.ts";
import { revisionOf } from "../database/revision.ts";

const themes: Taxonomy = {
  id: "x",
  name: "Themes",
  categories: [
    { id: "tech", name: "Technology" },
    { id: "cloud", name: "Cloud", parent: "tech" },
  ],
  assignments: [
    { instrument: "i", category: "cloud", weight: "0.7" },
    { instrument: "i", category: "tech", weight: "0.3" },
  ],
};

describe("records that a person keeps", () => {
  it("are saved over the one of their id, and removed, each in one revision", async () => {
    const database = await freshDatabase();
    const taxonomies = taxonomyRepository(database);
    await taxonomies.save(themes);
    await taxonomies.save({ ...themes, name: "Renamed" });
    expect(await taxonomies.all()).toEqual([{ ...themes, name: "Renamed" }]);
    await goalRepository(database).save({ id: "g", name: "House", amount: "5", currency: "CAD", money: "real" });
    await noteRepository(database).save({ id: "n", text: "<b>text</b>" });
    await watchlistRepository(database).save({ instrumentId: "i", since: "2026-01-01" });
    await watchlistRepository(database).remove("i");
    await watchlistRepository(database).remove("i");
    expect(await watchlistRepository(database).all()).toEqual([]);
    expect(await revisionOf(database)).toBe(6);
  });

  it.each<[string, Partial<Taxonomy>]>([
    [
      "add up to more than 1",
      {
        assignments: [...themes.assignments, { instrument: "i", category: "x", weight: "0.000000000000000000001" }],
        categories: [...themes.categories, { id: "x", name: "X" }],
      },
    ],
    ["is no fraction", { assignments: [{ instrument: "i", category: "tech", weight: "-0.1" }] }],
    ["a category that is not there", { assignments: [{ instrument: "i", category: "gone", weight: "1" }] }],
    ["to the same category twice", { assignments: [themes.assignments[0]!, themes.assignments[0]!] }],
    ["have the same id", { categories: [...themes.categories, themes.categories[0]!] }],
    ["is not there", { categories: [{ id: "a", name: "A", parent: "gone" }], assignments: [] }],
    [
      "above itself",
      {
        categories: [
          { id: "a", name: "A", parent: "b" },
          { id: "b", name: "B", parent: "a" },
        ],
        assignments: [],
      },
    ],
  ])("are refused when in a taxonomy something %s", async (reason, change) => {
    const database = await freshDatabase();
    await expect(taxonomyRepository(database).save({ ...themes, ...change })).rejects.toThrow(reason);
    expect(await revisionOf(database)).toBe(0);
  });

  it("are refused when targets add up to more than 1, or a goal is no amount", async () => {
    const database = await freshDatabase();
    const targets = [{ instrument: "i", weight: "0.9" }];
    const save = targetAllocationRepository(database).save({ id: "t", name: "Bold", targets, cash: "0.2" });
    await expect(save).rejects.toThrow('The weights of "Bold" add up to more than 1.');
    const goal = goalRepository(database).save({ id: "g", name: "G", amount: "1e3", currency: "CAD", money: "real" });
    await expect(goal).rejects.toThrow('The amount "1e3"');
  });
});
