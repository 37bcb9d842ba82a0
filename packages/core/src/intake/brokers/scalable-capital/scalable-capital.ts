import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Scalable Capital, transactions (CSV).
 *
 * Newest first; the amount is before fee and tax; fees come with either sign; only executed rows count.
 */
export const scalableCapital: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "scalable-capital",
  name: "Scalable Capital: transactions",
  numbers: { likelySign: "comma" },
  signedAmounts: true,
  fees: "unsigned",
  taxes: "cash",
  executed: /^(executed|settled|ausgeführt|ejecutada|)$/i,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: ["date", "datum"],
        time: ["time", "uhrzeit"],
        action: ["type", "typ"],
        name: ["description", "wertpapiername", "beschreibung"],
        isin: "isin",
        quantity: ["shares", "stücke", "stück", "anzahl"],
        price: ["price", "preis", "kurs"],
        gross: ["amount", "betrag"],
        fee: ["fee", "gebühr", "gebühren"],
        tax: ["tax", "steuer", "steuern"],
        currency: ["currency", "währung"],
      },
      optional: { status: "status", id: ["reference", "referenz"] },
      rules: [
        { effect: "buy", words: ["buy", "savings plan", "kauf", "sparplan"] },
        { effect: "sell", words: ["sell", "verkauf"] },
        { effect: "dividend", words: ["distribution", "ausschüttung", "dividende"] },
        { effect: "deposit", words: ["deposit", "einzahlung"] },
        { effect: "withdrawal", words: ["withdrawal", "auszahlung"] },
        { effect: "fee", words: ["fee", "gebühr", "gebühren"] },
        { effect: "interest", words: ["interest", "zinsen"] },
        { effect: "tax", words: ["taxes", "steuern"] },
        { effect: "delivery", words: ["security transfer", "wertpapierübertrag"] },
        { effect: "review", words: ["corporate action", "kapitalmaßnahme"], because: "a corporate action" },
      ],
    },
  ],
});
