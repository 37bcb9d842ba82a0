import type { CostBasisMethod } from "@portfolio/core";
import { checkValuesOf, type GeneratedPortfolio, type LedgerSums } from "@portfolio/generated-portfolio";
import { exactAverageCost, exactFifo } from "./exact-replay.ts";

/** What a replay has to leave: sums over all instruments, quantity at 1e-4 and amounts at 1e-24. */
export interface ExpectedLedger extends LedgerSums {
  readonly quantityLeft: bigint;
}

/** The published figures of a portfolio; from a replay in plain integers where none are published. */
export function expectedLedger(portfolio: GeneratedPortfolio, method: CostBasisMethod): ExpectedLedger {
  const known = checkValuesOf(portfolio);
  const sums =
    method === "fifo" ? (known?.fifo ?? exactFifo(portfolio)) : (known?.averageCost ?? exactAverageCost(portfolio));
  return { ...sums, quantityLeft: known?.quantityLeft ?? quantityLeft(portfolio) };
}

/** Below 2^53 for every shape there is. */
function quantityLeft({ sign, quantity }: GeneratedPortfolio): bigint {
  return BigInt(quantity.reduce((sum, units, i) => sum + sign[i]! * units, 0));
}
