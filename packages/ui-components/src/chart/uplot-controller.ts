import type { LitElement, ReactiveController } from "lit";
import uPlot from "uplot";
import type { ChartPoints } from "../view-models/chart-points.ts";
import { readPalette, type Palette } from "./palette.ts";
import type { ChartFrame } from "./chart-frame.ts";
import { topPadding } from "./plot-box.ts";

/** Owns the uPlot instance of a chart: lines, fill and grid on the canvas. Labels, marks and crosshair are elements above it. */
export class UplotController implements ReactiveController {
  #host: LitElement;
  #plot: uPlot | undefined;
  #palette: Palette | undefined;
  #frame: ChartFrame | undefined;
  #points: ChartPoints | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** Draws the points into the target, anew only when the frame changed. */
  draw(target: HTMLElement, points: ChartPoints, frame: ChartFrame): void {
    if (!this.#host.isConnected) return;
    const stays = this.#plot?.root.parentElement === target && sameFrame(this.#frame, frame);
    if (stays && this.#points === points) return;
    this.#frame = frame;
    this.#points = points;
    if (stays) {
      this.#plot?.setData(alignedData(points));
      return;
    }
    this.#plot?.destroy();
    this.#palette = readPalette(this.#host.renderRoot);
    this.#plot = new uPlot(this.#options(frame), alignedData(points), target);
  }

  /** Takes the canvas away. */
  clear(): void {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#frame = undefined;
    this.#points = undefined;
  }

  /** Reads the colours again and paints with them. */
  recolour(): void {
    if (this.#plot === undefined) return;
    this.#palette = readPalette(this.#host.renderRoot);
    this.#plot.redraw(false);
  }

  #options(frame: ChartFrame): uPlot.Options {
    const colour = (name: keyof Palette) => (): string => this.#palette?.[name] ?? "gray";
    return {
      width: frame.width,
      height: frame.height,
      padding: [topPadding, 0, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => this.#seconds() },
        y: { range: () => [...(this.#frame ?? frame).range] },
      },
      axes: [
        { show: false },
        {
          side: (frame.axisOnLeft ? 3 : 1) as uPlot.Axis.Side,
          size: frame.axisSize,
          gap: 0,
          splits: () => [...(this.#frame ?? frame).ticks],
          values: (_plot, ticks) => ticks.map(() => ""),
          grid: { stroke: colour("grid"), width: 1 },
          ticks: { show: false },
          border: { show: false },
        },
      ],
      series: [
        {},
        { stroke: colour("value"), width: 2, points: { show: lonely }, fill: (plot) => this.#fade(plot) },
        {
          stroke: colour("contributions"),
          width: 1.5,
          dash: [4, 4],
          points: { show: false },
          ...(uPlot.paths.stepped ? { paths: uPlot.paths.stepped({ align: 1 }) } : {}),
        },
      ],
    };
  }

  #seconds(): [number, number] {
    const [from, to] = this.#frame?.days ?? [0, 1];
    return [from * 86_400, to * 86_400];
  }

  #fade(plot: uPlot): CanvasGradient {
    const { top, height } = plot.bbox;
    const gradient = plot.ctx.createLinearGradient(0, top, 0, top + height);
    gradient.addColorStop(0, this.#palette?.fill ?? "transparent");
    gradient.addColorStop(1, this.#palette?.fade ?? "transparent");
    return gradient;
  }
}

/** A value between two gaps has no line; it is drawn as a point when it is the only one. */
const lonely = (plot: uPlot, series: number): boolean =>
  (plot.data[series] ?? []).filter((value) => typeof value === "number").length === 1;

function alignedData(points: ChartPoints): uPlot.AlignedData {
  return [[...points.seconds], [...points.values], [...points.contributions]];
}

function sameFrame(left: ChartFrame | undefined, right: ChartFrame): boolean {
  return (
    left !== undefined &&
    left.width === right.width &&
    left.height === right.height &&
    left.axisSize === right.axisSize &&
    left.axisOnLeft === right.axisOnLeft &&
    left.mostTicks === right.mostTicks
  );
}
