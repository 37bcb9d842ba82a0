import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Robinhood, account activity (CSV): parentheses for money out, names over two lines, splits as shares added. */
export const robinhood: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "robinhood",
  name: "Robinhood: account activity",
  dates: "MDY",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: true,
  impliedFee: true,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "activity date",
        settlementDate: "settle date",
        symbol: "instrument",
        name: "description",
        action: "trans code",
        quantity: "quantity",
        price: "price",
        net: "amount",
      },
      alsoHas: ["process date"],
      refine: withoutCusip,
      rules: [
        { effect: "unsupported", words: /^(sto|bto|stc|btc|oexp|oasgn|oexcs)$/, because: "an option" },
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "dividend", words: ["cdiv"] },
        { effect: "withheld-tax", words: ["nrat"] },
        { effect: "added-shares", words: ["spl", "stsp"] },
        { effect: "cash", words: ["ach", "rtp", "itrf"] },
        { effect: "fee", words: ["afee", "gold"] },
        { effect: "interest", words: ["int", "slip"] },
        { effect: "transfer", words: ["acats"] },
        { effect: "review", words: ["soff"], because: "a spin-off" },
      ],
    },
  ],
});

/** Reads `Apple CUSIP: 037833100`, which the file breaks over two lines. */
function withoutCusip(row: ActivityRow): ActivityRow {
  return { ...row, name: row.name.replace(/ CUSIP: .*$/, "") };
}
