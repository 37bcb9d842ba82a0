import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("../..", import.meta.url));
/** The entry points as paths in dist, without the ending. */
export const builtEntries: readonly string[] = [
  "index",
  "allocation/index",
  "edits/index",
  "explain/index",
  "income/index",
  "insights/index",
  "intake/index",
  "measures/index",
  "report/index",
  "planning/index",
  "snapshot/index",
  "tax/index",
];

const builtFiles = builtEntries.flatMap((entry) => [`dist/${entry}.js`, `dist/${entry}.cjs`]);

/**
 * The folder of the built package; throws when it was not built, or before the newest source was written.
 *
 * A test of the built package that skipped itself would be a pass that proves nothing, and one on an old build a pass of
 * something else. `npm run verify` builds first.
 */
export function builtPackage(folder: string = packageFolder): string {
  const remedy = "Run `pnpm --filter @portfolio/core build`.";
  const missing = builtFiles.find((file) => !existsSync(join(folder, file)));
  if (missing !== undefined) throw new Error(`${missing} is missing: the package is not built. ${remedy}`);
  const oldestBuilt = Math.min(...builtFiles.map((file) => statSync(join(folder, file)).mtimeMs));
  const changed = globSync("src/**/*.ts", { cwd: folder })
    .filter((file) => !file.endsWith(".test.ts"))
    .find((file) => statSync(join(folder, file)).mtimeMs > oldestBuilt);
  if (changed !== undefined) throw new Error(`${changed} is newer than dist: the build is old. ${remedy}`);
  return folder;
}
