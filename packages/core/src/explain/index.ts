// The entry point "@portfolio/core/explain": where a money figure comes from. A page that explains nothing does not load it.
export { explain } from "./explain.ts";
export type { ExplainOptions } from "./explain-options.ts";
export type { Figure, FigureCurrency } from "./figure.ts";
export type { RunningFigure, Trail, TrailOperation, TrailRounding, TrailSource, TrailUnit } from "./trail.ts";
export type { TrailCode } from "./trail-label.ts";
