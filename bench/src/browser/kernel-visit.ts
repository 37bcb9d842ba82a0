import type { PortfolioShape } from "@portfolio/generated-portfolio";
import type { TimeBudget } from "../whole/whole-rows.ts";

/** Which workload a page of the browser is to run on which portfolio. */
export interface KernelVisit {
  readonly work: "average-cost" | "fifo" | "series" | "whole";
  readonly shape: PortfolioShape;
  readonly budget?: TimeBudget;
}
