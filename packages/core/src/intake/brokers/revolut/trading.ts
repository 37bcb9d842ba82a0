import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Revolut, statement of a trading account (CSV).
 *
 * Times in UTC; trades are not signed and hold their fee; dividends are net; splits are given as shares added.
 */
export const revolutTrading: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "revolut-trading",
  name: "Revolut: trading account statement",
  numbers: { likelySign: "point" },
  signedAmounts: false,
  impliedFee: true,
  netDividends: true,
  tables: [
    {
      required: {
        date: "date",
        symbol: "ticker",
        action: "type",
        quantity: "quantity",
        price: "price per share",
        net: "total amount",
        currency: "currency",
      },
      alsoHas: ["fx rate"],
      rules: [
        { effect: "buy", words: /^buy - (market|limit|stop)/ },
        { effect: "sell", words: /^sell - (market|limit|stop)/ },
        { effect: "dividend", words: ["dividend"] },
        { effect: "added-shares", words: ["stock split"] },
        { effect: "fee", words: ["custody fee"] },
        { effect: "deposit", words: ["cash top-up"] },
        { effect: "withdrawal", words: ["cash withdrawal"] },
        {
          effect: "ignored",
          words: /^transfer from .+ to /,
          because: "the broker moved the shares between its own companies",
        },
        { effect: "review", words: /^merger - stock/, because: "a merger" },
      ],
    },
  ],
});
