import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Ghostfolio, import file (CSV), with the header names it accepts: quantity × price is the amount, fees come on top. */
export const ghostfolioCsv: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "ghostfolio-csv",
  name: "Ghostfolio: activities (CSV)",
  numbers: { likelySign: "point" },
  signedAmounts: false,
  tables: [
    {
      required: {
        date: ["date", "tradedate"],
        symbol: ["code", "symbol", "ticker"],
        currency: ["currency", "ccy", "currencyprimary"],
        price: ["price", "unitprice", "tradeprice"],
        quantity: ["quantity", "qty", "shares", "units"],
        action: ["action", "type", "buy/sell"],
        fee: ["fee", "commission", "ibcommission"],
      },
      alsoHas: ["datasource"],
      optional: { description: ["note", "comment"], account: ["account", "accountid"] },
      refine: withAmount,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "dividend", words: ["dividend"] },
        { effect: "interest", words: ["interest"] },
        { effect: "fee", words: ["fee"] },
        { effect: "review", words: ["fee/twice"], because: "a fee that states an amount in two columns" },
        { effect: "review", words: ["item"], because: "a thing of value without a market" },
        { effect: "review", words: ["liability"], because: "a liability, which is no transaction" },
      ],
    },
  ],
});

const ownAmount: ReadonlySet<string> = new Set(["dividend", "interest", "fee"]);

/** Of a trade the amount follows from quantity and price; other activities need it written down. */
function withAmount(row: ActivityRow): ActivityRow {
  if (!ownAmount.has(row.action)) return row;
  const amount = row.quantity === undefined || row.price === undefined ? undefined : row.quantity.times(row.price);
  if (row.action === "dividend") return { ...row, gross: amount };
  const unnamed = { ...row, symbol: "", gross: amount };
  if (row.action === "interest") return unnamed;
  if (amount === undefined || amount.isZero()) return { ...unnamed, gross: undefined };
  return row.fee.isZero() ? unnamed : { ...row, action: "fee/twice" };
}
