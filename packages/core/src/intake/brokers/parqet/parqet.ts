import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import { grossOrNet } from "../activity/gross-or-net.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Parqet, activities (CSV): quantity × price tells whether the amount is before or after fee and tax. */
export const parqet: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "parqet",
  name: "Parqet: activities",
  numbers: { likelySign: "comma" },
  signedAmounts: false,
  fees: "unsigned",
  taxes: "unsigned",
  assetClasses: { crypto: "crypto" },
  tables: [
    {
      required: {
        date: "datetime",
        price: "price",
        quantity: "shares",
        net: "amount",
        tax: "tax",
        fee: "fee",
        action: "type",
        account: "broker",
        assetClass: "assettype",
        security: "identifier",
        currency: "currency",
        name: "holdingname",
      },
      alsoHas: ["realizedgains", "originalcurrency", "fxrate"],
      refine: refineParqet,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "dividend", words: ["dividend"] },
      ],
    },
  ],
});

function refineParqet(row: ActivityRow): ActivityRow {
  return grossOrNet(row, row.action === "buy" ? "buy" : "sell");
}
