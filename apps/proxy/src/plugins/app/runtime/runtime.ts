import { setTimeout as wait } from "node:timers/promises";

/**
 * What the proxy takes from the world: time, chance and the network. Tests hand in their own, so that nothing waits and
 * nothing leaves the machine.
 */
export interface Runtime {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly fetch: typeof globalThis.fetch;
}

/** The real clock, the real chance, the real network. */
export const systemRuntime: Runtime = {
  now: Date.now,
  random: Math.random,
  wait: (milliseconds) => wait(milliseconds),
  fetch: (input, init) => globalThis.fetch(input, init),
};
