import { Decimal } from "../../../numbers/decimal.ts";
import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { pricedByAmount } from "../activity/priced-by-amount.ts";

/** Crypto.com, app (CSV): each row states its value in the owner's currency; an exchange of coins is two events. */
export const cryptoCom: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "crypto-com",
  name: "Crypto.com: app transactions",
  numbers: { decimalSign: "point" },
  signedAmounts: false,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "timestamp (utc)",
        description: "transaction description",
        symbol: "currency",
        quantity: "amount",
        exchange: "to currency",
        toAmount: "to amount",
        currency: "native currency",
        gross: "native amount",
        action: "transaction kind",
      },
      optional: { id: "transaction hash" },
      alsoHas: ["native amount (in usd)"],
      refine: refineCryptoCom,
      rules: [
        { effect: "buy", words: ["crypto_purchase", "received"] },
        { effect: "sell", words: ["given"] },
        { effect: "staking-reward", words: ["referral_card_cashback", "mco_stake_reward"] },
        { effect: "delivery-in", words: ["crypto_deposit"] },
        { effect: "review", words: /^crypto_wallet_swap_/, because: "one side of a swap of coins" },
        { effect: "review", words: /^dust_conversion_/, because: "one side of a conversion of small amounts" },
        { effect: "review", words: ["crypto_exchange"], because: "an exchange that lacks one of its sides" },
      ],
    },
  ],
});

/** The column of the coin received stands in for the exchange, which the file has none of. */
function refineCryptoCom(row: ActivityRow): ActivityRow | readonly ActivityRow[] {
  const coin: ActivityRow = { ...row, exchange: "", assetClass: "crypto", quantity: row.quantity?.abs() };
  if (row.action !== "crypto_exchange") return pricedByAmount(coin);
  if (row.toAmount === undefined || row.exchange === "" || row.gross === undefined || row.gross.isZero()) return row;
  const received = { ...coin, symbol: row.exchange, quantity: row.toAmount.abs(), fee: new Decimal(0) };
  return [pricedByAmount({ ...coin, action: "given" }), pricedByAmount({ ...received, action: "received" })];
}
