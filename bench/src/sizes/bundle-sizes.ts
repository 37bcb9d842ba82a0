import { access, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { atMost, type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";

const pwaFolder = new URL("../../../apps/pwa/dist/", import.meta.url);
/** Only the first has a budget: a page that takes more entry points shares with it what they have in common. */
const coreEntries = [
  "@portfolio/core",
  "@portfolio/core/measures",
  "@portfolio/core/snapshot",
  "@portfolio/core/edits",
  "@portfolio/core/explain",
  "@portfolio/core/insights",
  "@portfolio/core/report",
  "@portfolio/core/intake",
  "@portfolio/core/allocation",
  "@portfolio/core/income",
  "@portfolio/core/tax",
  "@portfolio/core/planning",
];

/**
 * What a page pays for one function when its bundler drops the rest: the entry point, the function, at most so many kB.
 * Each budget is a fraction of its entry point, so that a side effect at import, which keeps everything, breaks it.
 */
const oneFunctionEach = [
  ["@portfolio/core", "decimal", 1],
  ["@portfolio/core", "packTransactions", 4],
  ["@portfolio/core/edits", "compactColumns", 2],
  ["@portfolio/core/measures", "sharpeRatio", 2],
  ["@portfolio/core/snapshot", "affectedFigures", 2],
  ["@portfolio/core/intake", "draftKey", 1],
] as const;

/** What a first visit has to load before anything shows, and what core costs a page that has its own decimal.js. */
export const bundleSizes: Workload = {
  title: "sizes",
  run: async () => [
    ...(await initialScripts()),
    ...(await Promise.all(coreEntries.map(entrySize))),
    ...(await Promise.all(oneFunctionEach.map(oneFunction))),
  ],
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

async function entrySize(entry: string): Promise<BenchRow> {
  const size = await bundledSize({ entryPoints: [fileURLToPath(import.meta.resolve(entry))] });
  return entry === "@portfolio/core"
    ? atMost(25, "core without decimal.js, minified and gzip", size, "kB")
    : plainRow(`${entry} alone, without decimal.js, minified and gzip`, size, "kB");
}

async function oneFunction([entry, name, budget]: (typeof oneFunctionEach)[number]): Promise<BenchRow> {
  const contents = `export { ${name} } from "${entry}";`;
  const size = await bundledSize({ stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) } });
  return atMost(budget, `${name} out of ${entry}, minified and gzip`, size, "kB");
}

async function bundledSize(source: BuildOptions): Promise<number> {
  const options: BuildOptions & { write: false } = {
    ...source,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: ["decimal.js", "papaparse"],
  };
  const { outputFiles } = await build(options);
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1000;
}
