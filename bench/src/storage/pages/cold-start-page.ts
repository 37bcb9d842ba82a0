// Runs in the window of a browser: starts the worker and draws what it sends, as the app does.
import uPlot from "uplot";
import type { WorkerMessage, WorkerTimes } from "./cold-start-worker.ts";

/** When the chart stood on the screen, in ms since the navigation began, and what the worker did until then. */
export interface ColdStartAnswer {
  readonly paintedMs: number;
  readonly workerMs: number;
  readonly times: WorkerTimes;
  readonly check: Extract<WorkerMessage, { kind: "check" }>;
}

function coldStart(): Promise<ColdStartAnswer> {
  const begun = performance.now();
  const worker = new Worker(`/worker.js${location.search}`, { type: "module" });
  return new Promise((resolve, reject) => {
    let drawn: Promise<Omit<ColdStartAnswer, "check">> | undefined;
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.kind === "series") {
        const workerMs = performance.now() - begun;
        draw(data.days, data.values);
        drawn = nextPaint().then((paintedMs) => ({ paintedMs, workerMs, times: data.times }));
      } else void drawn!.then((rest) => resolve({ ...rest, check: data }));
    });
  });
}

function draw(days: Float64Array, values: Float64Array): void {
  new uPlot(
    { width: 1200, height: 480, series: [{}, { label: "Value", stroke: "steelblue", width: 1 }] },
    [days, values],
    document.querySelector<HTMLElement>("#chart")!,
  );
}

/** The time of the frame after the one in which the chart is drawn. */
function nextPaint(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  });
}

Object.assign(globalThis, { benchAnswer: coldStart() });
