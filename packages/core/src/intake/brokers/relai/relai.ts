import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Relai, transactions (CSV): Bitcoin only; the amount is before the fee. */
export const relai: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "relai",
  name: "Relai: transactions",
  numbers: { decimalSign: "point" },
  signedAmounts: false,
  fees: "unsigned",
  tables: [
    {
      required: {
        date: "date",
        action: "transaction type",
        quantity: "btc amount",
        price: "btc price",
        gross: "fiat amount (excl. fees)",
        currency: "fiat currency",
        fee: "fee",
        feeCurrency: "fee currency",
        id: "operation id",
      },
      alsoHas: ["currency pair", "destination"],
      refine: (row: ActivityRow): ActivityRow => ({ ...row, symbol: "BTC", assetClass: "crypto" }),
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
      ],
    },
  ],
});
