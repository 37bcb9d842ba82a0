import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Trade Republic, export of the program pytr (CSV), in several languages: net values, one row per event. */
export const tradeRepublicPytr: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "trade-republic-pytr",
  name: "Trade Republic: export by pytr",
  currency: "EUR",
  signedAmounts: true,
  fees: "unsigned",
  taxes: "unsigned",
  tables: [
    {
      required: {
        date: ["date", "datum"],
        action: ["type", "transactietype", "typ"],
        net: ["value", "waarde (netto)", "wert"],
        name: ["note", "opmerking", "notiz"],
        isin: "isin",
        quantity: ["shares", "aantal", "stück"],
        fee: ["fees", "kosten", "gebühren"],
        tax: ["taxes", "belasting", "steuern"],
      },
      nothingElse: true,
      rules: [
        { effect: "buy", words: ["buy", "aankoop", "kauf"] },
        { effect: "sell", words: ["sell", "verkoop", "verkauf"] },
        { effect: "dividend", words: ["dividend", "dividende"] },
        { effect: "interest", words: ["interest", "rente", "zinsen"] },
        { effect: "deposit", words: ["deposit", "storting", "einlage"] },
        { effect: "withdrawal", words: ["removal", "onttrekking", "entnahme"] },
      ],
    },
  ],
});
