import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Webull, orders (CSV): trades only, filled ones; the amount is quantity × average price. */
export const webullOrders: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "webull-orders",
  name: "Webull: orders",
  dates: "MDY",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: false,
  executed: /^filled$/i,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        name: "name",
        symbol: "symbol",
        action: "side",
        status: "status",
        quantity: "filled",
        price: "avg price",
        date: "filled time",
      },
      alsoHas: ["placed time", "time-in-force"],
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
      ],
    },
  ],
});
