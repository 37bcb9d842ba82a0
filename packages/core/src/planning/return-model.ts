import { checkedArgument } from "../outcome/checked-argument.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { gapInReturns } from "../series/gap-in-returns.ts";
import { checkedAnnualReturn } from "./period-growth.ts";

/** Returns drawn from a series in blocks, so that what follows on what is kept within a block. */
export interface BootstrapModel {
  readonly kind: "block-bootstrap";
  /** One simple return for each period of the plan's length. */
  readonly returns: ArrayLike<number>;
  /** How many returns in a row are drawn at once; 1 draws each by itself. */
  readonly blockLength: number;
}

/** Log returns of a normal distribution. */
export interface NormalModel {
  readonly kind: "normal";
  /** Annual growth of the path in the middle: half of the paths end above it. The mean is higher. */
  readonly annualReturn: number;
  /** Deviation of log returns a year; that of a period is this / the square root of the periods in a year. */
  readonly annualVolatility: number;
}

/** Log returns of Student's t-distribution: rare moves are larger and less rare than in a normal one. */
export interface StudentModel extends Omit<NormalModel, "kind"> {
  readonly kind: "student";
  /** Above 2; the fewer, the fatter the tails. */
  readonly degreesOfFreedom: number;
}

/** Where the returns of simulated paths come from. */
export type ReturnModel = BootstrapModel | NormalModel | StudentModel;

/** Fewer returns say too little of what may come. */
export const leastReturns: number = 12;

/** A model, once it can be; without a value when its returns are too few, unknown, or lose more than everything. */
export function usableModel(model: ReturnModel): Measured<ReturnModel> {
  if (model.kind === "block-bootstrap") return usableBootstrap(model);
  checkedAnnualReturn(model.annualReturn);
  const { annualVolatility } = model;
  const isVolatility = annualVolatility >= 0 && Number.isFinite(annualVolatility);
  checkedArgument("annualVolatility", annualVolatility, isVolatility, "Give a fraction a year of 0 or more.");
  if (model.kind === "student") {
    const isAllowed = model.degreesOfFreedom > 2 && Number.isFinite(model.degreesOfFreedom);
    checkedArgument("degreesOfFreedom", model.degreesOfFreedom, isAllowed, "Give a number above 2, such as 5.");
  }
  return measured(model);
}

function usableBootstrap(model: BootstrapModel): Measured<ReturnModel> {
  const { returns, blockLength } = model;
  const isLength = Number.isSafeInteger(blockLength) && blockLength >= 1;
  checkedArgument(
    "blockLength",
    blockLength,
    isLength,
    "Give a whole number of returns from 1, such as 12 for a year.",
  );
  if (returns.length < Math.max(leastReturns, blockLength)) return unmeasured("too-few-observations");
  return unusable(returns) ?? measured(model);
}

/** Why returns make no paths: one is unknown, or loses more than everything. */
export function unusable(returns: ArrayLike<number>): Measured<never> | undefined {
  const gap = gapInReturns(returns);
  if (gap !== undefined) return gap;
  for (let i = 0; i < returns.length; i++) if (returns[i]! < -1) return unmeasured("no-capital");
  return undefined;
}
