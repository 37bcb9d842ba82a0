// The entry point "@portfolio/core/insights": rules that look a portfolio over, each with its evidence.
export type { Evidence, Finding, HealthRule } from "./finding.ts";
export { healthReport } from "./health-report.ts";
export type { HealthSettings } from "./health-settings.ts";
export { defaultHealthSettings } from "./health-settings.ts";
export type { HealthQuestion } from "./portfolio-facts.ts";
