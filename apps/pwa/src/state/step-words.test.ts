import { expect, test } from "vitest";
import { stepWords } from "./step-words.ts";

test.each([
  ["import", "broker.csv", 120, "import of broker.csv (120 transactions)"],
  ["import-undo", "broker.csv", 1, "undoing the import broker.csv"],
  ["entry", "buy", 1, "entry"],
  ["removal", "", 3, "removal (3 transactions)"],
] as const)("%s %s %s is: %s", (kind, subject, count, words) => {
  expect(stepWords({ kind, subject, count })).toBe(words);
});
