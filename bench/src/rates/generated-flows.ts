import type { DatedFlow } from "@portfolio/core/measures";
import { linearCongruential } from "@portfolio/generated-portfolio";
import { mustEqual } from "../measure/wrong-answer.ts";

const lastDay = 7304;

/** So many flows over 20 years, four of five paid in, closed by a last one that makes 7 % a rate of theirs. */
export function generatedFlows(count: number): DatedFlow[] {
  const next = linearCongruential(7);
  const flows = Array.from({ length: count }, (_, i) => {
    const amount = 100 + (next() % 100_000) / 100;
    return { day: Math.floor((i * lastDay) / count), amount: next() % 10 < 8 ? -amount : amount / 2 };
  });
  mustEqual(
    "The first amounts",
    flows
      .slice(0, 3)
      .map(({ amount }) => amount.toFixed(2))
      .join(" "),
    firstAmounts,
  );
  flows.pop();
  const grown = flows.reduce((sum, { day, amount }) => sum + amount * 1.07 ** ((lastDay - day) / 365), 0);
  return [...flows, { day: lastDay, amount: -grown }];
}

/** Of every count: docs/benchmarks.md. */
const firstAmounts = "-160.77 429.52 -378.07";
