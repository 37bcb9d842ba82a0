import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { builtEntries, builtPackage } from "../support/built-package.ts";

interface Loaded {
  /** How many globals and members of globals were compared. */
  readonly looked: number;
  readonly effects: readonly string[];
}

/** What loading a module changes in a fresh thread. */
async function load(file: string, isRequired: boolean): Promise<Loaded> {
  const program = new URL("load-entry-point.mjs", import.meta.url);
  const worker = new Worker(program, { workerData: { file, isRequired }, execArgv: [], env: {} });
  try {
    return await new Promise<Loaded>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
    });
  } finally {
    await worker.terminate();
  }
}

describe("loading an entry point of the built package", { timeout: 30_000 }, () => {
  it.each(builtEntries)("changes nothing around it: %s", async (entry) => {
    const built = `${builtPackage()}dist/${entry}`;
    for (const loaded of [await load(pathToFileURL(`${built}.js`).href, false), await load(`${built}.cjs`, true)]) {
      expect(loaded.looked).toBeGreaterThan(1000);
      expect(loaded.effects).toEqual([]);
    }
  });

  it("would show a global, a patched class, a timer and a listener", async () => {
    const code =
      "globalThis.left = 1; Array.prototype.last = () => 0; Math.random = () => 4;" +
      "setTimeout(() => 0); process.on('exit', () => 0);";
    const { effects } = await load(`data:text/javascript,${encodeURIComponent(code)}`, false);
    expect(effects).toEqual([
      "calls setTimeout",
      "changes globalThis.Array.prototype.last",
      "changes globalThis.Math.random",
      "changes globalThis.left",
      "listens to the process",
    ]);
  });

  it("is promised to bundlers", () => {
    const manifest = JSON.parse(readFileSync(`${builtPackage()}package.json`, "utf8")) as { sideEffects?: unknown };
    expect(manifest.sideEffects).toBe(false);
  });
});
