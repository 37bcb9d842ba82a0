import { linearCongruential } from "@portfolio/generated-portfolio";
import { mustEqual } from "../measure/wrong-answer.ts";

/** How many days the metric workloads have: 20 years. */
export const dayCount = 7305;

/** The published returns: 0, then whole millionths from -0.00999 to 0.01001. */
export function rollingReturns(): Float64Array {
  const next = linearCongruential(3);
  const returns = new Float64Array(dayCount);
  for (let d = 1; d < dayCount; d++) returns[d] = ((next() % 20001) - 9990) / 1e6;
  mustEqual("The beginning of the returns", returns.subarray(0, 4).join(), "0,0.009881,0.008396,0.006836");
  return returns;
}

/** The same with what has broken sliding sums elsewhere. */
export function stressedReturns(calm: Float64Array): Readonly<Record<string, Float64Array>> {
  const withDay = (value: number): Float64Array => calm.map((item, d) => (d === 1000 ? value : item));
  return {
    calm,
    "a day of 500 %": withDay(5),
    "a thousandfold day": withDay(1000),
    "a large mean": calm.map((value) => value + 1e6),
    gaps: calm.map((value, d) => (d % 7 === 3 ? Number.NaN : value)),
  };
}
