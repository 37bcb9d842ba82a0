import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** CommSec, trades (CSV, until 2022): one row per trade, brokerage in its value. */
export const commsecTrades: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "commsec-trades",
  name: "CommSec: trades (until 2022)",
  dates: "DMY",
  numbers: { decimalSign: "point" },
  currency: "AUD",
  signedAmounts: false,
  impliedFee: true,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        symbol: "code",
        name: "company",
        date: "date",
        action: "type",
        quantity: "quantity",
        price: "unit price",
        net: "trade value",
      },
      nothingElse: true,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
      ],
    },
  ],
});
