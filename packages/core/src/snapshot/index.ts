// The entry point "@portfolio/core/snapshot": pictures for screens. A page that only computes does not load it.
export type { HoldingsQuestion } from "./holdings-snapshot.ts";
export { holdingsSnapshot } from "./holdings-snapshot.ts";
export type { PerformanceQuestion } from "./performance-snapshot-of.ts";
export { performanceSnapshotOf } from "./performance-snapshot-of.ts";
