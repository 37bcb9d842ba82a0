import { copyFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";

/** `tsup --config preview/tsup.config.ts` makes the preview page: serve the folder preview/ and open index.html. */
const options: Options | Options[] | ((overrideOptions: Options) => Options) = defineConfig({
  entry: { bundle: "preview/preview.ts" },
  outDir: "preview",
  format: ["esm"],
  outExtension: () => ({ js: ".js" }),
  noExternal: [/.*/],
  splitting: false,
  target: "es2022",
  onSuccess: () => copyFile("src/design-tokens/tokens.css", "preview/tokens.css"),
});
export default options;
