import { activityFormat } from "../activity/activity-format.ts";
import { moneyOrCoin } from "../activity/coin-events.ts";
import { inOnlyCurrency } from "../activity/in-only-currency.ts";
import { joinedTrades } from "../activity/joined-trades.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { krakenCoin, krakenMoney } from "./kraken-names.ts";

/**
 * Kraken, ledgers (CSV, before and since 2025): a trade is two rows with one `refid`, each with its own fee.
 *
 * What arrived of a coin is the amount less its fee.
 */
export const krakenLedgers: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "kraken-ledgers",
  name: "Kraken: ledgers",
  numbers: { decimalSign: "point" },
  signedAmounts: true,
  signedQuantities: true,
  tables: [
    {
      required: {
        id: "txid",
        description: "refid",
        date: "time",
        action: "type",
        name: "subtype",
        symbol: "asset",
        quantity: "amount",
        fee: "fee",
      },
      alsoHas: ["aclass", "balance"],
      setAside: (text) => (text("id") === "" ? { code: "ignored-row", message: pending } : undefined),
      refine: refineLedgerRow,
      combine: (rows) =>
        inOnlyCurrency(joinedTrades(rows, /^(trade|spend|receive)$/, ({ description }) => description)),
      rules: [
        { effect: "trade", words: ["joined"] },
        { effect: "deposit", words: ["deposit"] },
        { effect: "withdrawal", words: ["withdrawal"] },
        { effect: "delivery-in", words: ["deposit/coin"] },
        { effect: "delivery-out", words: ["withdrawal/coin"] },
        { effect: "staking-reward", words: ["staking/coin", "earn/reward"] },
        {
          effect: "ignored",
          words: ["transfer/coin", "earn/coin"],
          because: "coins moved between spot and staking stay yours",
        },
        {
          effect: "review",
          words: /^(trade|spend|receive)/,
          because: "one side of a trade that is not money for a coin",
        },
      ],
    },
  ],
});

const pending = "The row has no txid: Kraken had not booked it yet, and books it in a row of its own. Nothing to do.";

function refineLedgerRow(row: ActivityRow): ActivityRow {
  const { name } = row;
  const named = { ...row, name: "", symbol: krakenMoney(row.symbol) ?? krakenCoin(row.symbol) };
  if (/^(trade|spend|receive)$/.test(row.action)) return named;
  const known = moneyOrCoin({ ...named, description: "" });
  if (known.symbol === "") return known;
  // The fee of a coin is paid in the coin: it arrives short, or leaves in addition.
  const moved = { ...known, quantity: known.quantity?.minus(known.fee), fee: known.fee.times(0), unit: undefined };
  return row.action === "earn" && name === "reward" ? { ...moved, action: "earn/reward" } : moved;
}
