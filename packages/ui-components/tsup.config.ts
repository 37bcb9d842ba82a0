import { copyFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";

const options: Options | Options[] | ((overrideOptions: Options) => Options) = defineConfig({
  entry: ["src/index.ts"],
  format: ["esm"],
  dts: true,
  sourcemap: true,
  clean: true,
  target: "es2022",
  treeshake: true,
  onSuccess: () => copyFile("src/design-tokens/tokens.css", "dist/tokens.css"),
});
export default options;
