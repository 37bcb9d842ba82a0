import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { readCurrency } from "../../reading/currency-unit.ts";
import { krakenPair } from "./kraken-names.ts";

/** Kraken, trades (CSV): the cost is before the fee, and the pair names coin and currency. */
export const krakenTrades: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "kraken-trades",
  name: "Kraken: trades",
  numbers: { decimalSign: "point" },
  signedAmounts: false,
  fees: "unsigned",
  tables: [
    {
      required: {
        id: "txid",
        symbol: "pair",
        date: "time",
        action: "type",
        price: "price",
        gross: "cost",
        fee: "fee",
        quantity: "vol",
        accrued: "margin",
      },
      alsoHas: ["ordertxid", "ordertype"],
      refine: withSides,
      rules: [
        { effect: "unsupported", words: /\/margin$/, because: "a trade on margin" },
        {
          effect: "review",
          words: /\/pair$/,
          because: "a trade of one coin for another, without its value in a currency",
        },
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
      ],
    },
  ],
});

function withSides(row: ActivityRow): ActivityRow {
  if (row.accrued?.isZero() === false) return { ...row, action: `${row.action}/margin` };
  const pair = krakenPair(row.symbol);
  const unit = readCurrency(pair?.money ?? "");
  if (pair === undefined || unit === undefined) return { ...row, action: `${row.action}/pair` };
  return { ...row, symbol: pair.coin, unit, accrued: undefined, assetClass: "crypto" };
}
