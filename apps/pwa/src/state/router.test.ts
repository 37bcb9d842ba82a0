import { expect, test } from "vitest";
import { pageOf } from "./router.ts";

test.each([
  ["/", "dashboard"],
  ["/index.html", "dashboard"],
  ["/holdings", "holdings"],
  ["/holdings/", "holdings"],
  ["/nowhere", "not-found"],
  ["/holdings/apple", "not-found"],
])("%s is the page %s", (path, page) => {
  expect(pageOf(path)).toBe(page);
});
