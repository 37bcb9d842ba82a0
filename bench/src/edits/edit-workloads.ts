import type { PortfolioShape } from "@portfolio/generated-portfolio";
import { atLeast, type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";
import { checkedPortfolio } from "../measure/checked-portfolio.ts";
import { interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import { FollowedPortfolio } from "./followed-portfolio.ts";

/** W5: one edit at three places, and a thousand ticks, against everything from scratch. */
export const edits: readonly Workload[] = [shapeOf(100_000, 500, 20), shapeOf(100_000, 50, 20)].map(workloadOf);

const leastTimes = 30;
const ticks = 1000;

function workloadOf(shape: PortfolioShape): Workload {
  return { title: `edits and ticks ${tradesName(shape)}/${shape.years}y`, run: () => rowsOf(shape) };
}

function rowsOf(shape: PortfolioShape): BenchRow[] {
  const portfolio = checkedPortfolio(shape);
  const followed = new FollowedPortfolio(portfolio);
  const name = `${tradesName(shape)}/${shape.years}y`;
  const places = { first: 0, middle: shape.transactions >> 1, last: shape.transactions - 1 };
  // The first edit makes room for others; a person makes it once.
  followed.edit(0);
  const times = interleaved({
    everything: () => followed.everything(),
    first: () => followed.edit(places.first),
    middle: () => followed.edit(places.middle),
    last: () => followed.edit(places.last),
    ticks: () => {
      for (let tick = 0; tick < ticks; tick++) followed.tick(tick % shape.instruments);
    },
  });
  followed.check();
  const perTick = times.ticks.map((time) => time / ticks);
  return [
    ...(["first", "middle", "last"] as const).flatMap((place) => [
      atLeast(
        leastTimes,
        `B7 edit of the ${place} trade ${name}`,
        medianRatio(times.everything, times[place]),
        "x",
        "replay, daily series and returns from scratch",
      ),
      plainRow(`edit of the ${place} trade ${name}`, median(times[place]), "ms"),
    ]),
    plainRow(`tick of one price ${name}`, medianRatio(times.everything, perTick), "x", "everything from scratch"),
    plainRow(`tick of one price ${name}, ours`, median(perTick), "ms"),
    plainRow(`everything ${name}`, median(times.everything), "ms"),
  ];
}
