import { readIntake } from "@portfolio/core/intake";
import { expect, test } from "vitest";
import { unknownKinds } from "./unknown-kinds.ts";

test("the words a mapped file was refused for are offered, and choosing a kind for them books their rows", async () => {
  const text = "Date;What;Money\n2025-01-06;Einlage;100\n2025-01-07;Einlage;50\n2025-01-08;Gebühr;2\n";
  const file = { fileName: "own.csv", today: "2026-11-21" };
  const mapping = { fields: { tradeDate: 0, kind: 1, grossAmount: 2 }, defaultCurrency: "EUR" };
  const read = await readIntake({ ...file, bytes: new TextEncoder().encode(text), mapping });
  expect(read.drafts).toEqual([]);
  expect(unknownKinds([{ issues: read.issues }])).toEqual(["Einlage", "Gebühr"]);
  const again = await readIntake({
    ...file,
    bytes: new TextEncoder().encode(text),
    mapping: { ...mapping, kinds: { Einlage: "deposit", Gebühr: "fee" } },
  });
  expect(again.drafts.map(({ kind }) => kind)).toEqual(["deposit", "deposit", "fee"]);
});
