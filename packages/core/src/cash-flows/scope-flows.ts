import type { Ledger } from "../ledger/ledger.ts";
import { isWithoutCash, type Scope } from "../transactions/scope.ts";
import type { CashFlow, DeliveryFlowAt, Prices } from "./cash-flow.ts";
import { externalFlows } from "./external-flows.ts";
import { instrumentFlows } from "./instrument-flows.ts";

/** A scope, and how its deliveries count; the latter only in a scope with cash. */
export interface ScopeFlowsQuery extends Scope {
  readonly deliveryFlowAt?: DeliveryFlowAt;
}

/**
 * Every flow across the boundary of any scope, in processing order, in the base currency at the rate of its day: what
 * {@link externalFlows} are to accounts with their cash, and {@link instrumentFlows} to instruments without it.
 *
 * Sign: into the scope is positive. Undefined amount: a rate or price is missing. Cost: O(transactions).
 *
 * @see docs/methods/cash-flows.md
 */
export function scopeFlows(ledger: Ledger, prices: Prices, scope: ScopeFlowsQuery = {}): CashFlow[] {
  if (isWithoutCash(scope)) return instrumentFlows(ledger, prices, scope);
  const { accounts, deliveryFlowAt } = scope;
  return externalFlows(ledger, prices, {
    ...(accounts === undefined ? {} : { accounts }),
    ...(deliveryFlowAt === undefined ? {} : { deliveryFlowAt }),
  });
}
