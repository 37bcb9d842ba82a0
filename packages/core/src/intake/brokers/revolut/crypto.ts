import type { ActivityRow } from "../activity/activity-row.ts";
import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Revolut, statement of crypto (CSV): the currency stands in the cells, nothing is signed, fees come on top. */
export const revolutCrypto: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "revolut-crypto",
  name: "Revolut: crypto statement",
  numbers: { likelySign: "point" },
  currencyInAmounts: true,
  signedAmounts: false,
  fees: "unsigned",
  tables: [
    {
      required: {
        symbol: "symbol",
        action: "type",
        quantity: "quantity",
        price: "price",
        gross: "value",
        fee: "fees",
        date: "date",
      },
      nothingElse: true,
      refine: asCrypto,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "delivery-out", words: ["send"] },
        { effect: "delivery-in", words: ["receive"] },
        { effect: "staking-reward", words: ["staking reward"] },
        { effect: "ignored", words: ["stake", "unstake"], because: "staked coins stay yours" },
      ],
    },
  ],
});

function asCrypto(row: ActivityRow): ActivityRow {
  return { ...row, assetClass: "crypto" };
}
