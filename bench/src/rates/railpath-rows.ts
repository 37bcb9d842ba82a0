import { calculateMoneyWeightedReturn } from "@railpath/finance-toolkit";
import type { DatedFlow } from "@portfolio/core/measures";
import { type BenchRow, plainRow } from "../measure/bench-row.ts";
import { interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { mustBeClose } from "../measure/wrong-answer.ts";
import { exactRate, rightDigits } from "./exact-rate.ts";
import { ourRate, severalTimes, solves } from "./rate-rows.ts";

const peerName = "@railpath/finance-toolkit 0.5.4";

/** W4 beside the money-weighted return of @railpath/finance-toolkit, which counts years of 365.25 days. */
export function railpathRows(flows: readonly DatedFlow[]): BenchRow[] {
  const before = flows.slice(0, -1);
  // The last value is added on the last date that is given, so that date needs a flow, here of nothing.
  const question = {
    cashFlows: [...before.map(({ amount }) => amount), 0],
    dates: flows.map(({ day }) => new Date(day * 86_400_000)),
    finalValue: flows.at(-1)!.amount,
    tolerance: 1e-12,
  };
  const sides = {
    peer: () => calculateMoneyWeightedReturn(question).mwr,
    ours: () => ourRate(flows),
  };
  const exact = exactRate(flows, sides.ours());
  const of365Days = (rate: number): number => Math.expm1(Math.log1p(rate) * (365 / 365.25));
  mustBeClose("The rate by the peer, over 365 days", of365Days(sides.peer()), exact.toNumber(), 1e-6);
  const { peer, ours } = interleaved(severalTimes(sides));
  const name = `XIRR ${flows.length / 1000}k flows`;
  return [
    plainRow(name, medianRatio(peer, ours), "x", peerName),
    plainRow(`${name}, ${peerName}`, median(peer) / solves, "ms"),
    plainRow(`${name}, right digits, ${peerName}`, rightDigits(sides.peer(), exact), "digits"),
    plainRow(
      `${name}, right digits, ${peerName} restated over 365 days`,
      rightDigits(of365Days(sides.peer()), exact),
      "digits",
    ),
  ];
}
