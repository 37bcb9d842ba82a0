import { expect, test } from "vitest";
import { attempt } from "./attempt.ts";

test("a write that goes through hands its answer on", async () => {
  expect(await attempt("The price could not be saved", async () => 7)).toEqual({ answer: 7 });
});

test("a rejected write becomes one sentence that names what failed and why", async () => {
  const failing = (reason: unknown) => attempt("The price could not be saved", () => Promise.reject(reason as Error));
  expect((await failing(new Error("The disk is full"))).failure).toBe(
    "The price could not be saved: The disk is full.",
  );
  expect((await failing(new Error("Try again."))).failure).toBe("The price could not be saved: Try again.");
  expect((await failing(new Error(""))).failure).toBe("The price could not be saved. Try again.");
  expect((await failing("closed")).failure).toBe("The price could not be saved: closed.");
});
