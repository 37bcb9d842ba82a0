import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { builtEntries, builtPackage } from "../support/built-package.ts";
import { runInBrowser } from "./run-in-browser.ts";
import { runInNode, runInNodeWorker } from "./run-in-node.ts";
import { imported } from "./from-import.ts";
import { scenario } from "./scenario.ts";

const patient = 60_000;

describe("the built package gives the same figures", () => {
  let expected: string;

  beforeAll(async () => {
    builtPackage();
    expected = await scenario(imported);
  });

  it("as the sources, which are right where a person can check them", () => {
    const { fifo, averageCost, read, refusal, unknown, paths } = JSON.parse(expected);
    // Proceeds 4 x 41 - 1.50 = 162.50. Cost: (3 x 33.37 + 1.50) + 36.01 = 137.62 by FIFO, 4/10 of 353.68 = 141.472 on average.
    expect(fifo.before.realized.base).toBe("24.88");
    expect(averageCost.before.realized.base).toBe("21.028");
    expect(fifo.valuation).toEqual(fifo.anew);
    expect(fifo.valuation).not.toEqual(fifo.valuationBefore);
    expect(fifo.trail.value).toBe(fifo.picture.totals.totalValue.known);
    expect([read.format, read.drafts.length, read.issues]).toEqual(["questrade-activities", 2, []]);
    // Three models, four columns of doubles each: 16 hexadecimal digits a double.
    expect(paths.flat().map((bits: string) => bits.length / 16)).toEqual([1, 2, 3].flatMap(() => [50, 50, 121, 121]));
    expect(refusal).toMatchObject({ code: "invalid-decimal" });
    expect(unknown).toMatchObject({ code: "unknown-instrument" });
  });

  it.each(["import", "require"] as const)("in Node, by %s", { timeout: patient }, async (loading) => {
    const { file, figures } = await runInNode(loading);
    expect(file).toMatch(loading === "import" ? /dist.index\.js$/ : /dist.index\.cjs$/);
    expect(figures).toBe(expected);
  });

  it.each(["import", "require"] as const)(
    "in a worker thread of Node, by %s",
    { timeout: patient },
    async (loading) => {
      const { file, figures } = await runInNodeWorker(loading);
      expect(file).toMatch(loading === "import" ? /dist.index\.js$/ : /dist.index\.cjs$/);
      expect(figures).toBe(expected);
    },
  );

  it("in a window and in a module worker of Chromium", { timeout: patient }, async () => {
    const { window, worker, errors } = await runInBrowser();
    expect(errors).toEqual([]);
    expect(window).toBe(expected);
    expect(worker).toBe(expected);
  });
});

describe("a build that cannot be tested", () => {
  it("fails loudly: when there is none, and when a source is newer", () => {
    const folder = mkdtempSync(join(tmpdir(), "core-"));
    const write = (file: string): void => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), "");
    };
    expect(() => builtPackage(folder)).toThrow("dist/index.js is missing");
    for (const entry of builtEntries) for (const kind of ["js", "cjs"]) write(`dist/${entry}.${kind}`);
    write("src/index.ts");
    utimesSync(join(folder, "src/index.ts"), new Date(0), new Date(0));
    expect(builtPackage(folder)).toBe(folder);
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, "src/index.ts"), later, later);
    expect(() => builtPackage(folder)).toThrow("src/index.ts is newer than dist");
    rmSync(folder, { recursive: true });
  });
});
