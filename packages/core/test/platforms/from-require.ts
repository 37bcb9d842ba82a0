import { createRequire } from "node:module";
import type { Library } from "./library.ts";

const require = createRequire(import.meta.url);

/** The package as a CommonJS module sees it. */
export const required: Library = {
  allocation: require("@portfolio/core/allocation") as Library["allocation"],
  core: require("@portfolio/core") as Library["core"],
  edits: require("@portfolio/core/edits") as Library["edits"],
  explain: require("@portfolio/core/explain") as Library["explain"],
  income: require("@portfolio/core/income") as Library["income"],
  intake: require("@portfolio/core/intake") as Library["intake"],
  measures: require("@portfolio/core/measures") as Library["measures"],
  planning: require("@portfolio/core/planning") as Library["planning"],
  snapshot: require("@portfolio/core/snapshot") as Library["snapshot"],
  tax: require("@portfolio/core/tax") as Library["tax"],
};

/** Which file that was. */
export const requiredFile: string = require.resolve("@portfolio/core");
