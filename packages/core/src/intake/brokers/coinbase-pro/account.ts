import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import { moneyOrCoin } from "../activity/coin-events.ts";
import { inOnlyCurrency } from "../activity/in-only-currency.ts";
import { joinedTrades } from "../activity/joined-trades.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Coinbase Pro, account statement (CSV): a trade is two rows and perhaps a third for its fee, all with one trade id. */
export const coinbasePro: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "coinbase-pro",
  name: "Coinbase Pro: account statement",
  numbers: { decimalSign: "point" },
  signedAmounts: true,
  signedQuantities: true,
  tables: [
    {
      required: {
        account: "portfolio",
        action: "type",
        date: "timestamp",
        quantity: "amount",
        symbol: "amount/balance unit",
        id: "transfer id",
        laterId: "trade id",
      },
      alsoHas: ["balance", "order id"],
      refine: (row: ActivityRow): ActivityRow => (/^(match|fee)$/.test(row.action) ? row : moneyOrCoin(row)),
      combine: (rows) =>
        inOnlyCurrency(joinedTrades(withFees(rows), /^match$/, ({ account, id }) => `${account} ${id}`)),
      rules: [
        { effect: "trade", words: ["joined"] },
        { effect: "deposit", words: ["deposit"] },
        { effect: "withdrawal", words: ["withdrawal"] },
        { effect: "delivery-in", words: ["deposit/coin"] },
        { effect: "delivery-out", words: ["withdrawal/coin"] },
        { effect: "review", words: ["match", "fee"], because: "one side of a trade that is not money for a coin" },
      ],
    },
  ],
});

/** Puts each fee into the row that moved the same money for the same trade. */
function withFees(rows: readonly ActivityRow[]): readonly ActivityRow[] {
  const key = ({ account, id, symbol }: ActivityRow): string => `${account} ${id} ${symbol}`;
  const fees = new Map(rows.filter(({ action }) => action === "fee").map((row) => [key(row), row]));
  const paying = rows.filter(({ action }) => action === "match");
  const used = new Set(paying.flatMap((row) => fees.get(key(row)) ?? []));
  return rows.flatMap((row) => {
    const fee = row.action === "match" ? fees.get(key(row)) : undefined;
    if (used.has(row)) return [];
    return fee?.quantity === undefined ? [row] : [{ ...row, fee: fee.quantity.negated(), alsoLines: [fee.line] }];
  });
}
