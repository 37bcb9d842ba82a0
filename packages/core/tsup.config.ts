import { defineConfig } from "tsup";

const options: ReturnType<typeof defineConfig> = defineConfig({
  entry: {
    index: "src/index.ts",
    "intake/index": "src/intake/index.ts",
    "edits/index": "src/edits/index.ts",
    "explain/index": "src/explain/index.ts",
    "insights/index": "src/insights/index.ts",
    "measures/index": "src/measures/index.ts",
    "report/index": "src/report/index.ts",
    "snapshot/index": "src/snapshot/index.ts",
    "allocation/index": "src/rebalancing/index.ts",
    "income/index": "src/income/index.ts",
    "tax/index": "src/tax/index.ts",
    "planning/index": "src/planning/index.ts",
  },
  format: ["esm", "cjs"],
  // What is marked @internal, such as integers that travel inside a flow, is in no public type.
  dts: { compilerOptions: { stripInternal: true } },
  sourcemap: true,
  clean: true,
  target: "es2022",
  // What is imported and not used goes, or a bundler warns of an import without effect: no chunk or dependency has one.
  treeshake: { moduleSideEffects: "no-external" },
  // CommonJS too: otherwise each entry point has its own PortfolioError, and `instanceof` fails for those of another one.
  splitting: true,
});
export default options;
