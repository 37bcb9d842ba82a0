import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** RBC Direct Investing, activity export (CSV): a preamble with the account, dates in words, the value net. */
export const rbcDirectInvesting: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "rbc-direct-investing",
  name: "RBC Direct Investing: activity",
  numbers: { decimalSign: "point" },
  signedAmounts: true,
  impliedFee: true,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "date",
        action: "activity",
        symbol: "symbol",
        name: "symbol description",
        quantity: "quantity",
        price: "price",
        settlementDate: "settlement date",
        account: "account",
        net: "value",
        currency: "currency",
        description: "description",
      },
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "dividend", words: ["distribution", "dividends", "dividend"] },
        { effect: "return-of-capital", words: ["return of capital"] },
        { effect: "interest", words: ["interest"] },
        { effect: "withheld-tax", words: ["taxes"] },
        { effect: "cash", words: ["deposits & contributions", "withdrawals & de-registrations"] },
        { effect: "fee", words: ["fees"] },
        { effect: "transfer", words: ["transfers"] },
        { effect: "review", words: ["reorganization"], because: "a reorganization" },
      ],
    },
  ],
});
