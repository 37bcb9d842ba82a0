import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { esbuild } from "../support/esbuild.ts";

async function contentsOf(entry: string): Promise<{ files: string[]; packages: string[] }> {
  const entryPoint = fileURLToPath(new URL(`../../src/${entry}`, import.meta.url));
  const result = await esbuild.build({
    entryPoints: [entryPoint],
    bundle: true,
    format: "esm",
    packages: "external",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const outputs = Object.values(result.metafile.outputs);
  const packages = outputs.flatMap(({ imports }) =>
    imports.filter(({ external }) => external === true).map(({ path }) => packageOf(path)),
  );
  return { files: Object.keys(result.metafile.inputs), packages: [...new Set(packages)].toSorted() };
}

/** "date-fns" of "date-fns/subMonths", "@a/b" of "@a/b/c". */
function packageOf(path: string): string {
  return path.split("/", path.startsWith("@") ? 2 : 1).join("/");
}

describe("the main entry", () => {
  it("needs decimal.js alone, with the measures date-fns too, and holds nothing of the intake", async () => {
    const { files, packages } = await contentsOf("index.ts");
    expect(packages).toEqual(["decimal.js"]);
    expect((await contentsOf("measures/index.ts")).packages).toEqual(["date-fns", "decimal.js"]);
    expect((await contentsOf("planning/index.ts")).packages).toEqual([]);
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((file) => file.includes("/intake/"))).toEqual([]);
  });

  it("would show an intake that crept in", async () => {
    const { files } = await contentsOf("intake/index.ts");
    expect(files.some((file) => file.includes("/intake/"))).toBe(true);
  });
});
