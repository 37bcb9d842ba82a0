import type { Runtime } from "../src/plugins/app/runtime/runtime.ts";

/** Time that moves only when told to, and waits that take none of the real time. */
export interface VirtualRuntime extends Runtime {
  readonly advance: (milliseconds: number) => void;
  /** How long each wait was asked to be. */
  readonly waits: number[];
}

/** Starts at 2026-11-20T15:00:00Z, a Friday, while New York trades. Chance is always 0. */
export function virtualRuntime(start = "2026-11-20T15:00:00Z"): VirtualRuntime {
  let moment = Date.parse(start);
  const waits: number[] = [];
  return {
    now: () => moment,
    random: () => 0,
    async wait(milliseconds) {
      waits.push(milliseconds);
      moment += milliseconds;
    },
    // No test leaves the machine: whatever is not loopback fails here.
    fetch: (input, init) => {
      const { hostname } = new URL(input instanceof Request ? input.url : input);
      if (hostname !== "127.0.0.1") throw new Error(`a test asked for ${hostname}`);
      return globalThis.fetch(input, init);
    },
    advance: (milliseconds) => void (moment += milliseconds),
    waits,
  };
}
