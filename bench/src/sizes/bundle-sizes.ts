import { access, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { atMost, type BenchRow, type Workload } from "../measure/bench-row.ts";

const pwaFolder = new URL("../../../apps/pwa/dist/", import.meta.url);
const coreEntry = fileURLToPath(import.meta.resolve("@portfolio/core"));

/** What a first visit has to load before anything shows, and what core costs a page that has its own decimal.js. */
export const bundleSizes: Workload = {
  title: "sizes",
  run: async () => [...(await initialScripts()), await coreAlone()],
};

async function initialScripts(): Promise<BenchRow[]> {
  const page = new URL("index.html", pwaFolder);
  if (
    !(await access(page).then(
      () => true,
      () => false,
    ))
  ) {
    console.log("Initial JavaScript of the PWA: skipped, apps/pwa/dist is missing. Run `pnpm run build` first.");
    return [];
  }
  const html = await readFile(page, "utf8");
  const names = [...new Set(scriptsOf(html))];
  if (names.length === 0)
    throw new Error("apps/pwa/dist/index.html loads no script: the build has failed, or its shape has changed.");
  const sizes = await Promise.all(
    names.map(
      async (name) => gzipSync(await readFile(new URL(name.replace(/^\.?\//, ""), pwaFolder)), { level: 9 }).length,
    ),
  );
  return [atMost(120, "Initial JavaScript of the PWA, gzip", sizes.reduce((sum, size) => sum + size, 0) / 1000, "kB")];
}

/** The sources of scripts and of module preloads, in whatever order the attributes stand. */
function* scriptsOf(html: string): Generator<string> {
  for (const [, attributes] of html.matchAll(/<script\b([^>]*)>/g)) yield* attributeOf(attributes!, "src");
  for (const [, attributes] of html.matchAll(/<link\b([^>]*)>/g))
    if (/rel="?modulepreload\b/.test(attributes!)) yield* attributeOf(attributes!, "href");
}

function* attributeOf(attributes: string, name: string): Generator<string> {
  const found = new RegExp(`\\b${name}="?([^"\\s>]+)`).exec(attributes)?.[1];
  if (found !== undefined) yield found;
}

async function coreAlone(): Promise<BenchRow> {
  const { outputFiles } = await build({
    entryPoints: [coreEntry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: ["decimal.js"],
  });
  return atMost(
    25,
    "core without decimal.js, minified and gzip",
    gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1000,
    "kB",
  );
}
