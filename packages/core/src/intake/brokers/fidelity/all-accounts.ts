import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { fidelityCoreFunds, fidelityRules, withoutPlaceholder } from "./fidelity-rules.ts";

/** Fidelity, history of all accounts (CSV): as that of one account, with the account and the currency in columns. */
export const fidelityAllAccounts: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "fidelity-all-accounts",
  name: "Fidelity: history of all accounts",
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
        account: "account number",
        action: "action",
        description: "action",
        symbol: "symbol",
        name: "description",
        currency: "currency",
        quantity: "quantity",
        price: "price",
        fee: "commission",
        fee2: "fees",
        accrued: "accrued interest",
        net: "amount",
        settlementDate: "settlement date",
      },
      refine: withoutPlaceholder,
      rules: fidelityRules,
    },
  ],
});
