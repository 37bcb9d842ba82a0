import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Hargreaves Lansdown, capital account (CSV): the reference says what happened, prices are in pence. */
export const hargreavesLansdown: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "hargreaves-lansdown",
  name: "Hargreaves Lansdown: account transactions",
  dates: "DMY",
  numbers: { decimalSign: "point" },
  currency: "GBP",
  priceCurrency: "GBX",
  signedAmounts: false,
  impliedFee: true,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "trade date",
        settlementDate: "settle date",
        action: "reference",
        id: "reference",
        name: "description",
        price: "unit cost (p)",
        quantity: "quantity",
        net: "value (£)",
      },
      refine: withOrderNumber,
      rules: [
        { effect: "buy", words: /^b\d/ },
        { effect: "sell", words: /^s\d/ },
        { effect: "interest", words: ["interest"] },
        { effect: "fee", words: ["manage fee"] },
        { effect: "deposit", words: ["fpc"] },
      ],
    },
  ],
});

/** Only references with a number tell one event from another. */
function withOrderNumber(row: ActivityRow): ActivityRow {
  return /\d/.test(row.id) ? row : { ...row, id: "" };
}
