import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Charles Schwab, brokerage transactions (CSV).
 *
 * Newest first, month first; the date after "as of" is the event's; splits are given as shares added; the amount is net.
 */
export const charlesSchwabBrokerage: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "charles-schwab-brokerage",
  name: "Charles Schwab: brokerage transactions",
  dates: "MDY",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: true,
  fees: "cost",
  usualOrder: "newest-first",
  preamble: { account: /account (.+?) as of/i },
  tables: [
    {
      required: {
        date: "date",
        action: "action",
        symbol: "symbol",
        name: "description",
        quantity: "quantity",
        price: "price",
        fee: "fees & comm",
        net: "amount",
      },
      rules: [
        { effect: "buy", words: ["buy", "reinvest shares"] },
        { effect: "sell", words: ["sell"] },
        { effect: "added-shares", words: ["stock split", "reverse split", "stock div dist"] },
        {
          effect: "dividend",
          words:
            /^(cash dividend|qualified dividend|non-qualified div|special (dividend|qual div|non qual div)|reinvest dividend|qual div reinvest|pr yr (div reinvest|cash div)|(long|short) term cap gain( reinvest)?|cash in lieu)$/,
        },
        { effect: "interest", words: ["bank interest", "bond interest", "credit interest"] },
        { effect: "interest-charge", words: ["margin interest"] },
        { effect: "withheld-tax", words: ["foreign tax paid", "nra withholding", "nra tax adj"] },
        { effect: "fee", words: ["advisor fee", "service fee", "adr mgmt fee"] },
        {
          effect: "cash",
          words:
            /^(wire (sent|received)|funds received|moneylink (transfer|deposit|withdrawal)|misc cash entry|promotional award)$/,
        },
        { effect: "transfer", words: ["internal transfer", "security transfer"] },
        { effect: "delivery-in", words: ["stock plan activity"] },
        {
          effect: "ignored",
          words: ["journal", "journaled shares"],
          because: "it moves between accounts of one owner",
        },
        {
          effect: "unsupported",
          words: /^((buy|sell) to (open|close)|expired|assigned|exchange or exercise)$/,
          because: "an option",
        },
        { effect: "review", words: ["stock merger", "cash merger", "cash merger adj"], because: "a merger" },
        { effect: "review", words: ["spin-off", "name change", "conversion"], because: "a change of the security" },
      ],
    },
  ],
});
