import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { incomeStem } from "./income-stem.ts";

/**
 * Interactive Brokers, transaction history (CSV).
 *
 * Newest first; amounts in the base currency, prices in the instrument's; `-` is empty; tax is a row of its own.
 */
export const interactiveBrokersTransactionHistory: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "interactive-brokers-transaction-history",
  name: "Interactive Brokers: transaction history",
  numbers: { decimalSign: "point" },
  signedAmounts: true,
  signedQuantities: true,
  fees: "cash",
  usualOrder: "newest-first",
  preamble: { currency: /^Summary Data Base Currency (\w{3})/ },
  incomeKey: ({ description }) => incomeStem(description),
  tables: [
    {
      required: {
        date: "date",
        account: "account",
        description: "description",
        action: "transaction type",
        symbol: "symbol",
        quantity: "quantity",
        price: "price",
        gross: "gross amount",
        fee: "commission",
        net: "net amount",
      },
      optional: { priceCurrency: "price currency", rate: "exchange rate" },
      alsoHas: ["transaction history", "header"],
      refine: withIsin,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "dividend", words: ["dividend"] },
        { effect: "substitute-dividend", words: ["payment in lieu"] },
        { effect: "withheld-tax", words: ["foreign tax withholding", "withholding tax"] },
        { effect: "interest", words: ["credit interest"] },
        { effect: "interest-charge", words: ["debit interest"] },
        { effect: "deposit", words: ["deposit"] },
        { effect: "withdrawal", words: ["withdrawal"] },
        { effect: "fee", words: ["other fee", "sales tax"] },
        { effect: "transfer", words: ["transfer"] },
        { effect: "ignored", words: ["adjustment"], because: "it values foreign cash anew and moves none" },
        {
          effect: "ignored",
          words: ["forex trade component"],
          because: "the file tells an exchange in base currency only",
        },
        { effect: "unsupported", words: ["expired", "assigned", "exercise"], because: "an option" },
      ],
    },
  ],
});

/** Dividends name their instrument as `MSFT(US5949181045) …`; other texts begin with its name. */
function withIsin(row: ActivityRow): ActivityRow {
  const isin = /^[^()]{1,24}?\s*\(([A-Z]{2}[A-Z0-9]{9}\d)\)/.exec(row.description)?.[1] ?? "";
  return { ...row, isin, name: row.symbol === "" || isin !== "" ? "" : row.description };
}
