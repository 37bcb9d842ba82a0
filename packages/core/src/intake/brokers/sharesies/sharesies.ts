import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Sharesies, transactions (CSV): trades only; whether the amount holds the fee is told by the arithmetic. */
export const sharesies: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "sharesies",
  name: "Sharesies: transactions",
  numbers: { decimalSign: "point" },
  signedAmounts: false,
  fees: "unsigned",
  tables: [
    {
      required: {
        id: "order id",
        date: "trade date",
        symbol: "instrument code",
        exchange: "market code",
        quantity: "quantity",
        price: "price",
        action: "transaction type",
        fee: "transaction fee",
        currency: "currency",
        net: "amount",
      },
      refine: grossOrNet,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
      ],
    },
  ],
});

/** The amount is gross when it is nearer to quantity × price than with the fee put in or taken off. */
function grossOrNet(row: ActivityRow): ActivityRow {
  const { quantity, price, net, fee, action } = row;
  if (quantity === undefined || price === undefined || net === undefined) return row;
  const product = quantity.times(price).abs();
  const charged = action === "buy" ? product.plus(fee) : product.minus(fee);
  const isGross = product.minus(net.abs()).abs().lessThan(charged.minus(net.abs()).abs());
  return isGross ? { ...row, gross: net, net: undefined } : row;
}
