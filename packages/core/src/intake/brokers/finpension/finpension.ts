import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** finpension, transactions (CSV): the cash flow is in francs, and so is the price. */
export const finpension: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "finpension",
  name: "finpension: transactions",
  numbers: { decimalSign: "point" },
  currency: "CHF",
  signedAmounts: true,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "date",
        action: "category",
        name: "asset name",
        isin: "isin",
        quantity: "number of shares",
        price: "asset price in chf",
        net: "cash flow",
      },
      alsoHas: ["asset currency", "currency rate", "balance"],
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "dividend", words: ["dividend", "dividend and interest distributions"] },
        { effect: "cash", words: ["deposit", "withdrawal", "payout"] },
        { effect: "interest", words: ["interests", "interest"] },
        { effect: "fee", words: ["flat-rate administrative fee"] },
      ],
    },
  ],
});
