import { defineConfig } from "tsup";

const options: ReturnType<typeof defineConfig> = defineConfig({
  entry: {
    index: "src/index.ts",
    "intake/index": "src/intake/index.ts",
    "edits/index": "src/edits/index.ts",
    "explain/index": "src/explain/index.ts",
    "measures/index": "src/measures/index.ts",
    "snapshot/index": "src/snapshot/index.ts",
  },
  format: ["esm", "cjs"],
  dts: true,
  sourcemap: true,
  clean: true,
  target: "es2022",
  treeshake: true,
});
export default options;
