import { type DatedFlow, xirr } from "@portfolio/core/measures";
import npmXirr from "xirr";
import { atLeast, type BenchRow, plainRow } from "../measure/bench-row.ts";
import { interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { mustBeClose, mustEqual } from "../measure/wrong-answer.ts";
import { exactRate, rightDigits } from "./exact-rate.ts";
import { powerNewton } from "./power-newton.ts";

/** The budgets of B6, at 10,000 flows. */
const [overPower, overNpm] = [5, 10];

/** W4: XIRR beside Newton's method with `Math.pow` and npm xirr, and the digits each gets right. */
export function rateRows(flows: readonly DatedFlow[]): BenchRow[] {
  const dated = flows.map(({ day, amount }) => ({ amount, when: new Date(day * 86_400_000) }));
  const sides = {
    power: () => powerNewton(flows),
    npm: () => npmXirr(dated),
    ours: () => ourRate(flows),
  };
  const exact = exactRate(flows, sides.ours());
  for (const [who, solve] of Object.entries(sides))
    mustBeClose(`The rate by ${who}`, solve(), exact.toNumber(), who === "ours" ? 1e-14 : 1e-9);
  const { power, npm, ours } = interleaved(severalTimes(sides), { warmUps: 10, rounds: 15 });
  const name = `XIRR ${flows.length / 1000}k flows`;
  const [powerRatio, npmRatio] = [medianRatio(power, ours), medianRatio(npm, ours)];
  const [overPowerName, overNpmName] = ["Newton with Math.pow", "npm xirr 1.1.0"];
  return [
    ...(flows.length < 10_000
      ? [plainRow(name, powerRatio, "x", overPowerName), plainRow(name, npmRatio, "x", overNpmName)]
      : [
          atLeast(overPower, `B6 ${name}`, powerRatio, "x", overPowerName),
          atLeast(overNpm, `B6 ${name}`, npmRatio, "x", overNpmName),
        ]),
    plainRow(`${name}, ours`, median(ours) / solves, "ms"),
    plainRow(`${name}, ${overPowerName}`, median(power) / solves, "ms"),
    plainRow(`${name}, ${overNpmName}`, median(npm) / solves, "ms"),
    plainRow(`${name}, right digits, ours`, rightDigits(sides.ours(), exact), "digits"),
    plainRow(`${name}, right digits, ${overPowerName}`, rightDigits(sides.power(), exact), "digits"),
    plainRow(`${name}, right digits, ${overNpmName}`, rightDigits(sides.npm(), exact), "digits"),
  ];
}

/** A round solves several times: one solution takes a fraction of a millisecond. */
export const solves = 10;

/** Each side solving several times. */
export function severalTimes<Side extends string>(
  sides: Readonly<Record<Side, () => number>>,
): Record<Side, () => void> {
  const entries = Object.entries<() => number>(sides).map(([name, solve]) => [
    name,
    () => {
      for (let i = 0; i < solves; i++) solve();
    },
  ]);
  return Object.fromEntries(entries) as Record<Side, () => void>;
}

/** The rate, once it is known to be the only one. */
export function ourRate(flows: readonly DatedFlow[]): number {
  const { rate, isUnique } = xirr(flows);
  mustEqual("Whether the rate is the only one", isUnique, true);
  return rate.value ?? Number.NaN;
}
