import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Zerodha, tradebook (CSV): trades only, in rupees; the trade id tells each fill. */
export const zerodhaTradebook: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "zerodha-tradebook",
  name: "Zerodha: tradebook",
  numbers: { decimalSign: "point" },
  currency: "INR",
  signedAmounts: false,
  tables: [
    {
      required: {
        symbol: "symbol",
        isin: "isin",
        date: "trade_date",
        exchange: "exchange",
        subAction: "segment",
        action: "trade_type",
        quantity: "quantity",
        price: "price",
        id: "trade_id",
        timestamp: "order_execution_time",
      },
      rules: [
        { effect: "unsupported", words: /\/(fo|f&o|nfo|cds|mcx|com)$/, because: "an option or future" },
        { effect: "buy", words: /^buy\b/ },
        { effect: "sell", words: /^sell\b/ },
      ],
    },
  ],
});
