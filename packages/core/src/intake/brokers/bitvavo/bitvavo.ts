import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import { moneyOrCoin } from "../activity/coin-events.ts";
import { inOnlyCurrency } from "../activity/in-only-currency.ts";
import { grossOrNet } from "../activity/gross-or-net.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Bitvavo, transaction history (CSV): date and time in the zone of the first column. */
export const bitvavo: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "bitvavo",
  name: "Bitvavo: transaction history",
  numbers: { decimalSign: "point" },
  signedAmounts: false,
  fees: "unsigned",
  executed: /^(completed|distributed)$/i,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "date",
        time: "time",
        action: "type",
        symbol: "currency",
        quantity: "amount",
        priceCurrency: "quote currency",
        price: "quote price",
        currency: "received / paid currency",
        net: "received / paid amount",
        feeCurrency: "fee currency",
        fee: "fee amount",
        status: "status",
        id: "transaction id",
      },
      alsoHas: ["timezone", "address"],
      refine: refineBitvavo,
      combine: inOnlyCurrency,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "deposit", words: ["deposit"] },
        { effect: "withdrawal", words: ["withdrawal"] },
        { effect: "delivery-in", words: ["deposit/coin"] },
        { effect: "delivery-out", words: ["withdrawal/coin"] },
        { effect: "staking-reward", words: ["staking/coin"] },
      ],
    },
  ],
});

function refineBitvavo(row: ActivityRow): ActivityRow {
  if (row.action === "buy" || row.action === "sell") {
    const quantity = row.quantity?.abs();
    return grossOrNet({ ...row, quantity, net: row.net?.abs(), assetClass: "crypto" }, row.action);
  }
  const known = moneyOrCoin({ ...row, net: undefined });
  return { ...known, quantity: known.quantity?.abs(), unit: known.unit ?? row.priceUnit };
}
