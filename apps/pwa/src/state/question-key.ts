import type { AppState } from "./app-state.ts";

/** Everything an answer depends on beside the question itself: revision, portfolio, currency, accounts, day. */
export function questionKey(state: AppState | undefined, ...more: readonly string[]): string | undefined {
  const engine = state?.engine;
  if (engine === undefined || state === undefined) return undefined;
  return [
    engine.portfolio,
    engine.revision,
    engine.baseCurrency,
    engine.riskFreeRate,
    state.scope?.join(",") ?? "",
    ...more,
  ].join(" ");
}
