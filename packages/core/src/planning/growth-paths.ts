import { feeFactor } from "./period-growth.ts";
import type { Plan } from "./plan.ts";
import { randomBelow } from "./random-below.ts";
import { type RandomBits, randomBits } from "./random-bits.ts";
import { normalVariates, studentVariates } from "./random-variate.ts";
import { reproducibleExponential } from "./reproducible-exponential.ts";
import { reproducibleLogarithm } from "./reproducible-logarithm.ts";
import type { BootstrapModel, NormalModel, ReturnModel, StudentModel } from "./return-model.ts";

/**
 * Paths of growth, one after the other: each call fills in what 1 becomes in each period, before fees, on the next path.
 */
export type GrowthPaths = (growth: Float64Array) => void;

/** Random paths of a model. The same seed gives the same paths, whatever is asked of them. */
export function randomPaths(model: ReturnModel, plan: Plan, seed: number): GrowthPaths {
  const bits = randomBits(seed);
  return model.kind === "block-bootstrap" ? bootstrapPaths(model, bits) : drawnPaths(model, plan, bits);
}

/** Blocks of returns in a row, each from a random place on, as if the last were followed by the first. */
function bootstrapPaths({ returns, blockLength }: BootstrapModel, bits: RandomBits): GrowthPaths {
  return (growth) => {
    let place = 0;
    for (let i = 0; i < growth.length; i++) {
      place = i % blockLength === 0 ? randomBelow(bits, returns.length) : (place + 1) % returns.length;
      growth[i] = 1 + returns[place]!;
    }
  };
}

/** Log returns drawn from a distribution. */
function drawnPaths(model: NormalModel | StudentModel, { periodsPerYear }: Plan, bits: RandomBits): GrowthPaths {
  const center = reproducibleLogarithm(1 + model.annualReturn) / periodsPerYear;
  const deviation = model.annualVolatility / Math.sqrt(periodsPerYear);
  const next = model.kind === "student" ? studentVariates(bits, model.degreesOfFreedom) : normalVariates(bits);
  return (growth) => {
    for (let i = 0; i < growth.length; i++) growth[i] = reproducibleExponential(center + deviation * next());
  };
}

/** All sequences of returns in a row that a series has for a plan, oldest first. */
export function historicalPaths(returns: ArrayLike<number>): GrowthPaths {
  let first = 0;
  return (growth) => {
    for (let i = 0; i < growth.length; i++) growth[i] = 1 + returns[first + i]!;
    first++;
  };
}

/** The same paths, each period after the plan's fees. */
export function afterFees(paths: GrowthPaths, plan: Plan): GrowthPaths {
  const fee = feeFactor(plan);
  return (growth) => {
    paths(growth);
    for (let i = 0; i < growth.length; i++) growth[i]! *= fee;
  };
}
