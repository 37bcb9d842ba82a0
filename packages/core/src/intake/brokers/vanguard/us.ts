import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Vanguard (United States), download of an account (CSV).
 *
 * A table of holdings comes first, then one or two of transactions; the settlement fund is cash.
 */
export const vanguardUs: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "vanguard-us",
  name: "Vanguard (United States): transactions",
  dates: "MDY",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: true,
  signedQuantities: true,
  fees: "unsigned",
  cashFunds: ["VMFXX"],
  tables: [
    {
      required: {
        account: "account number",
        date: "trade date",
        settlementDate: ["settlement date", "process date"],
        action: "transaction type",
        description: "transaction description",
        name: "investment name",
        quantity: "shares",
        price: "share price",
        gross: ["principal amount", "gross amount"],
        net: "net amount",
      },
      optional: {
        symbol: "symbol",
        fee: ["commissions and fees", "commission fees"],
        accrued: "accrued interest",
      },
      rules: [
        { effect: "unsupported", words: /to (open|close)$|^(assigned|expired|exercised)\b/, because: "an option" },
        { effect: "buy", words: /^(buy|reinvestment)\b/ },
        { effect: "sell", words: ["sell"] },
        { effect: "dividend", words: /^(dividend|capital gain)\b/ },
        { effect: "interest", words: ["interest"] },
        { effect: "fee", words: ["fee", "account fee"] },
        { effect: "withheld-tax", words: ["foreign tax withheld", "withholding"] },
        { effect: "cash", words: /^(funds received|withdrawal|contribution|distribution)$/ },
        { effect: "transfer", words: /^transfer \((incoming|outgoing)\)$/ },
        { effect: "ignored", words: /^sweep (in|out)$/, because: "the cash goes into or out of the settlement fund" },
        { effect: "added-shares", words: ["stock split"] },
        { effect: "review", words: /^corp action/, because: "a corporate action" },
      ],
    },
  ],
});
