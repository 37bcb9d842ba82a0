// The entry point "@portfolio/core/snapshot": pictures for screens, and what is wrong with them. A page that only computes does not load it.
export type { AffectedFigure } from "../issues/affected-figures.ts";
export { affectedFigures } from "../issues/affected-figures.ts";
export type { IssuesQuestion, PriceOrigin } from "../issues/issues-question.ts";
export { issuesOf } from "../issues/issues-of.ts";
export type { HoldingsQuestion } from "./holdings-snapshot.ts";
export { holdingsSnapshot } from "./holdings-snapshot.ts";
export type { PerformanceQuestion } from "./performance-question.ts";
export { performanceSnapshotOf } from "./performance-snapshot-of.ts";
