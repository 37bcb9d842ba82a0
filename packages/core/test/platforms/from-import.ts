import * as allocation from "@portfolio/core/allocation";
import * as core from "@portfolio/core";
import * as edits from "@portfolio/core/edits";
import * as explain from "@portfolio/core/explain";
import * as income from "@portfolio/core/income";
import * as intake from "@portfolio/core/intake";
import * as measures from "@portfolio/core/measures";
import * as planning from "@portfolio/core/planning";
import * as snapshot from "@portfolio/core/snapshot";
import * as tax from "@portfolio/core/tax";
import type { Library } from "./library.ts";

/** The package as an ES module sees it. */
export const imported: Library = {
  allocation,
  core,
  edits,
  explain,
  income,
  intake,
  measures,
  planning,
  snapshot,
  tax,
};
