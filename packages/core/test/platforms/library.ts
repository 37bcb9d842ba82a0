import type * as allocation from "@portfolio/core/allocation";
import type * as core from "@portfolio/core";
import type * as edits from "@portfolio/core/edits";
import type * as explain from "@portfolio/core/explain";
import type * as income from "@portfolio/core/income";
import type * as intake from "@portfolio/core/intake";
import type * as measures from "@portfolio/core/measures";
import type * as planning from "@portfolio/core/planning";
import type * as snapshot from "@portfolio/core/snapshot";
import type * as tax from "@portfolio/core/tax";

/** The entry points, however they were loaded: by import, by require, out of a bundle. */
export interface Library {
  readonly allocation: typeof allocation;
  readonly core: typeof core;
  readonly edits: typeof edits;
  readonly explain: typeof explain;
  readonly income: typeof income;
  readonly intake: typeof intake;
  readonly measures: typeof measures;
  readonly planning: typeof planning;
  readonly snapshot: typeof snapshot;
  readonly tax: typeof tax;
}
