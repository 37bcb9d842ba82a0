import { expect, test } from "vitest";
import { dayWord } from "./day-word.ts";

test("a change of another day than today names its day", () => {
  expect(dayWord("2026-11-21", "2026-11-21", "en-CA")).toBe("today");
  expect(dayWord("2026-11-20", "2026-11-21", "en-CA")).toBe("on 20 Nov");
  expect(dayWord(undefined, "2026-11-21", "en-CA")).toBe("");
});
