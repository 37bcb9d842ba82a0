import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Swissquote, transactions (CSV, English or German).
 *
 * Net amounts; the action gives the direction; an exchange is a credit and a debit.
 */
export const swissquote: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "swissquote",
  name: "Swissquote: transactions",
  dates: "DMY",
  numbers: { likelySign: "point" },
  signedAmounts: false,
  fees: "unsigned",
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: ["date", "datum"],
        id: ["order #", "auftrag #"],
        action: ["transaction", "transaktionen"],
        symbol: "symbol",
        name: "name",
        isin: "isin",
        quantity: ["quantity", "anzahl"],
        price: ["unit price", "stückpreis"],
        fee: ["costs", "kosten"],
        accrued: ["accrued interest", "aufgelaufene zinsen"],
        net: ["net amount", "nettobetrag"],
        currency: ["currency", "währung"],
      },
      refine: withSide,
      rules: [
        { effect: "buy", words: ["buy", "kauf"] },
        { effect: "sell", words: ["sell", "verkauf"] },
        { effect: "dividend", words: ["dividend", "dividende"] },
        { effect: "return-of-capital", words: ["capital gain", "kapitalrückzahlung"] },
        { effect: "interest", words: ["interests", "zinsen"] },
        { effect: "fee", words: ["custody fees", "depotgebühren"] },
        { effect: "exchange-leg", words: ["forex credit", "forex debit", "forex-gutschrift", "forex-belastung"] },
        { effect: "deposit", words: ["credit", "payment", "gutschrift", "vergütung"] },
        { effect: "withdrawal", words: ["debit", "belastung", "auszahlung"] },
      ],
    },
  ],
});

/** The sides of an exchange are told by their words; what dividends cost is tax kept back. */
function withSide(row: ActivityRow): ActivityRow {
  if (/^forex.*(debit|belastung)$/.test(row.action)) return { ...row, net: row.net?.abs().negated() };
  if (!/^dividende?$/.test(row.action)) return row;
  return { ...row, tax: row.fee, fee: row.fee.times(0) };
}
