import { driftTargets } from "./drift-targets.ts";
import type { PlanContext } from "./plan-context.ts";
import { investable, type PlanState, valuesOf } from "./plan-state.ts";
import { isOutsideBand, type ToleranceBand } from "./tolerance-band.ts";

/**
 * Whether a target, or cash, lies outside the band; without a band, always.
 *
 * Cash that is not wished for has only the absolute band: a quarter of nothing would call for trades over crumbs.
 */
export function isBandLeft(context: PlanContext, state: PlanState): boolean {
  const { band } = context;
  if (band === undefined) return true;
  const total = investable(context, state, valuesOf(context, state));
  return driftTargets(context, state).some(({ kind, marketValue, target }) =>
    isOutsideBand({ marketValue, target, total }, kind === "cash" && target.isZero() ? absoluteOf(band) : band),
  );
}

function absoluteOf({ absolute }: ToleranceBand): ToleranceBand {
  return absolute === undefined ? {} : { absolute };
}
