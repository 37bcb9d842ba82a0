import type { ChartPoints } from "../view-models/chart-points.ts";
import { chartRange } from "./chart-range.ts";
import { plotBox, type PlotBox } from "./plot-box.ts";
import { tickLabels } from "./tick-labels.ts";
import { valueTicks } from "./value-ticks.ts";

/** The geometry of a chart: where its plot lies and how days and values become pixels. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly axisOnLeft: boolean;
  readonly axisSize: number;
  readonly mostTicks: number;
  readonly box: PlotBox;
  readonly days: readonly [from: number, to: number];
  readonly range: readonly [low: number, high: number];
  readonly ticks: readonly number[];
  /** The text of each tick. */
  readonly labels: readonly string[];
  /** Whether any of what was paid in lies within the range. */
  readonly showsContributions: boolean;
  readonly toX: (day: number) => number;
  readonly toY: (value: number) => number;
  /** The point nearest to a distance from the start of the plot. */
  readonly indexAt: (x: number) => number;
}

/** What a frame is made for. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
  readonly axisOnLeft: boolean;
  /** Text of a tick with so many fraction digits, to know how much room the axis takes. */
  readonly label: (value: number, digits: number) => string;
}

/** Below this width the value axis moves into the plot and has three ticks. */
const narrowWidth = 560;

function nearest(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle;
    else high = middle;
  }
  return Math.abs((days[low] ?? 0) - day) <= Math.abs((days[high] ?? 0) - day) ? low : high;
}

/** Lays a chart out for its points and its size. */
export function chartFrame(points: ChartPoints, size: FrameSize): ChartFrame {
  const isNarrow = size.width < narrowWidth;
  const mostTicks = isNarrow ? 3 : 5;
  const range = chartRange(points);
  const ticks = valueTicks(range[0], range[1], mostTicks);
  const labels = tickLabels(ticks, size.label);
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const axisSize = isNarrow ? 0 : Math.ceil(longest * 6.8) + 14;
  const box = plotBox({ ...size, axisSize });
  const first = points.days[0] ?? 0;
  const last = points.days.at(-1) ?? first;
  const days = first === last ? ([first - 1, last + 1] as const) : ([first, last] as const);
  const toX = (day: number): number => ((day - days[0]) / (days[1] - days[0])) * box.width;
  return {
    ...size,
    isNarrow,
    axisSize,
    mostTicks,
    box,
    days,
    range,
    ticks,
    labels,
    showsContributions: points.contributions.some((sum) => sum !== null && sum >= range[0] && sum <= range[1]),
    toX,
    toY: (value) => box.top + (1 - (value - range[0]) / (range[1] - range[0])) * box.height,
    indexAt: (x) => nearest(points.days, days[0] + (x / (box.width || 1)) * (days[1] - days[0])),
  };
}
