import { expect, test } from "vitest";
import { plainReason } from "./plain-reason.ts";

test.each([
  ["The price server does not answer (TypeError: Failed to fetch).", "The price server does not answer."],
  ["It took too long (TimeoutError: signal timed out). Try again.", "It took too long. Try again."],
  ["VUSA.L is quoted in GBP (pence), not in EUR.", "VUSA.L is quoted in GBP (pence), not in EUR."],
])("%s reads as %s", (reason, words) => {
  expect(plainReason(reason)).toBe(words);
});
