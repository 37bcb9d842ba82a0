import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The charts that ui-components uses: where its script is, and its style sheet. */
export async function uplotFiles(): Promise<{ readonly script: string; readonly style: string }> {
  const require = createRequire(new URL("../../../packages/ui-components/package.json", import.meta.url));
  const folder = new URL("./", `file://${require.resolve("uplot")}`);
  return {
    script: fileURLToPath(new URL("uPlot.esm.js", folder)),
    style: await readFile(new URL("uPlot.min.css", folder), "utf8"),
  };
}
