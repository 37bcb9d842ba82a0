import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { refineCoinbase } from "./coinbase-row.ts";

/**
 * Coinbase, transaction report (CSV), with ids since 2024 and before.
 *
 * Amounts are not signed; what was paid or received is told by Subtotal and Total, never by the fee cell.
 */
export const coinbase: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "coinbase",
  name: "Coinbase: transaction report",
  dates: "MDY",
  numbers: { decimalSign: "point" },
  signedAmounts: false,
  usualOrder: "newest-first",
  preamble: { account: /^User .*?([0-9a-f]{8}-[0-9a-f-]{27})$/ },
  tables: [
    {
      required: {
        date: "timestamp",
        action: "transaction type",
        symbol: "asset",
        quantity: "quantity transacted",
        currency: ["price currency", "spot price currency"],
        price: ["price at transaction", "spot price at transaction"],
        gross: "subtotal",
        net: ["total (inclusive of fees and/or spread)", "total (inclusive of fees)", "total"],
      },
      optional: { id: "id", description: "notes" },
      refine: refineCoinbase,
      rules: [
        { effect: "buy", words: ["buy", "advanced trade buy"] },
        { effect: "sell", words: ["sell", "advanced trade sell"] },
        { effect: "staking-reward", words: ["staking income", "reward income"] },
        { effect: "delivery-in", words: ["receive", "deposit/coin"] },
        { effect: "delivery-out", words: ["send", "withdrawal/coin"] },
        { effect: "deposit", words: ["deposit"] },
        { effect: "withdrawal", words: ["withdrawal"] },
        { effect: "review", words: ["convert"], because: "a conversion whose note does not say what was received" },
      ],
    },
  ],
});
