import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { fidelityCoreFunds, fidelityRules, withoutPlaceholder } from "./fidelity-rules.ts";

/**
 * Fidelity, history of one account (CSV).
 *
 * Newest first, month first; actions are sentences; bonds are priced in percent of par; the core fund is cash.
 */
export const fidelityHistory: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "fidelity-history",
  name: "Fidelity: account history",
  dates: "MDY",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: true,
  signedQuantities: true,
  fees: "cost",
  usualOrder: "newest-first",
  cashFunds: fidelityCoreFunds,
  tables: [
    {
      required: {
        date: "run date",
        action: "action",
        description: "action",
        symbol: "symbol",
        name: ["description", "security description"],
        quantity: "quantity",
        price: "price",
        fee: "commission",
        fee2: "fees",
        accrued: "accrued interest",
        net: "amount",
        settlementDate: "settlement date",
      },
      without: ["account number"],
      refine: withoutPlaceholder,
      rules: fidelityRules,
    },
  ],
});
