// The entry point "@portfolio/core/report": everything about a scope and a range in one call.
export type { AllocationFigures, AllocationLine } from "./allocation-figures.ts";
export type { Comparison, ComparisonFigure } from "./comparison.ts";
export type { GainAmounts, GainLine } from "./gain-figures.ts";
export type { ExpectedLine, IncomeFigures, IncomeLine } from "./income-figures.ts";
export type { PerformanceReport } from "./performance-report.ts";
export { performanceReport } from "./performance-report.ts";
export type { BenchmarkPart, ReportBenchmark, ReportQuestion } from "./report-question.ts";
export type { ReturnFigures } from "./return-figures.ts";
export type { RiskFigure, RiskFigures } from "./risk-figures.ts";
export type { RollingFigures } from "./rolling-figures.ts";
