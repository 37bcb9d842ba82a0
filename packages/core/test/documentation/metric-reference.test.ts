import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { metricReference } from "./metric-reference.ts";

describe("docs/metrics.md", { timeout: 60_000 }, () => {
  it("is what the doc comments say: run `npm run docs:metrics` after a change of them", () => {
    const written = readFileSync(new URL("../../../../docs/metrics.md", import.meta.url), "utf8");
    const made = metricReference();
    expect(made.match(/^### /gm)!.length).toBeGreaterThan(20);
    expect(made).toBe(written);
  });
});
