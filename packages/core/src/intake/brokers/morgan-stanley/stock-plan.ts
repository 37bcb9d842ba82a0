import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Morgan Stanley, stock plan (CSV): shares released to the employee, and what was sold of them. */
export const morganStanleyStockPlan: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "morgan-stanley-stockplan",
  name: "Morgan Stanley: stock plan",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: false,
  impliedFee: true,
  executed: /^(complete|completed|)$/i,
  tables: [
    {
      required: {
        date: "execution date",
        id: "order number",
        name: "plan",
        action: "type",
        status: "order status",
        price: "price",
        quantity: "quantity",
        net: "net amount",
        toAmount: "net share proceeds",
      },
      refine: netShares,
      rules: [
        { effect: "delivery-in", words: ["released shares", "release"] },
        { effect: "sell", words: ["sale"] },
      ],
    },
  ],
});

/** Of released shares some are kept back for tax: those that arrive are the net ones, at the price of the day. */
function netShares(row: ActivityRow): ActivityRow {
  if (!row.action.startsWith("release")) return { ...row, quantity: row.quantity?.abs() };
  return { ...row, quantity: row.toAmount?.isZero() === false ? row.toAmount : row.quantity, net: undefined };
}
