import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { etradeRules } from "./etrade-rules.ts";

/** E*TRADE, transactions (CSV, before 2025): a line with the account first; net amounts, month first. */
export const etrade: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "etrade",
  name: "E*TRADE: transactions (before 2025)",
  dates: "MDY",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: true,
  fees: "unsigned",
  usualOrder: "newest-first",
  preamble: { account: /^For Account: (.+)/ },
  tables: [
    {
      required: {
        date: "transactiondate",
        action: "transactiontype",
        subAction: "securitytype",
        symbol: "symbol",
        quantity: "quantity",
        net: "amount",
        price: "price",
        fee: "commission",
        name: "description",
      },
      rules: etradeRules,
    },
  ],
});
