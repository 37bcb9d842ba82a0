import { expect, test } from "vitest";
import type { Finding } from "../../engine/storage-protocol.ts";
import { bytesText, checkText, riskText } from "./storage-words.ts";

test("bytes", () => {
  expect([900, 12_345_678, 2_500_000_000].map(bytesText)).toEqual(["1 kB", "12.3 MB", "2.5 GB"]);
});

test("what would be lost", () => {
  expect(riskText(0, false)).toBe("Nothing to lose yet.");
  expect(riskText(0, true)).toBe("Everything is in the last backup.");
  expect(riskText(1, false)).toBe("1 change is only on this device.");
  expect(riskText(52, true)).toBe("52 changes are not in the last backup.");
});

test("what a check found", () => {
  const report = { revision: 1, checkedAt: "", counts: { transactions: 3 }, unlisted: 0, isInterrupted: false };
  const finding = (isRepairable: boolean): Finding => ({
    code: "wrong-chunks",
    table: "t",
    key: 0,
    detail: "",
    isRepairable,
  });
  expect(checkText({ ...report, findings: [] })).toBe("All well: 3 transactions and everything beside them.");
  expect(checkText({ ...report, findings: [finding(false)] })).toBe("1 fault was found in what was entered.");
  expect(checkText({ ...report, findings: [finding(true), finding(false)] })).toBe(
    "2 faults were found, 1 of them in data that can be built again.",
  );
  expect(checkText({ ...report, findings: [], isInterrupted: true })).toContain("Check again");
});
