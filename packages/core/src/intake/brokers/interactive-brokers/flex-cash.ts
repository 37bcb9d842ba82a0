import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { incomeStem } from "./income-stem.ts";

/** Interactive Brokers, Flex query of cash transactions (CSV): signed amounts, tax as rows of its own. */
export const interactiveBrokersFlexCash: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "interactive-brokers-flex-cash",
  name: "Interactive Brokers: Flex query of cash transactions",
  numbers: { decimalSign: "point" },
  signedAmounts: true,
  incomeKey: ({ description }) => incomeStem(description),
  tables: [
    {
      required: {
        action: "type",
        date: "settledate",
        isin: "isin",
        description: "description",
        net: "amount",
        currency: "currencyprimary",
      },
      optional: { symbol: "symbol", account: "clientaccountid", id: "transactionid" },
      rules: [
        { effect: "dividend", words: ["dividends"] },
        { effect: "substitute-dividend", words: ["payment in lieu of dividends"] },
        { effect: "withheld-tax", words: ["withholding tax"] },
        { effect: "interest", words: ["broker interest received", "bond interest received"] },
        { effect: "interest-charge", words: ["broker interest paid", "bond interest paid"] },
        { effect: "cash", words: ["deposits/withdrawals", "deposits & withdrawals"] },
        { effect: "fee", words: ["other fees", "commission adjustments"] },
      ],
    },
  ],
});
