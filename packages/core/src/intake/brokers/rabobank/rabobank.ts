import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Rabobank, investment transactions (CSV, Dutch): the amount is net of costs, deposits are told by the sign. */
export const rabobank: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "rabobank",
  name: "Rabobank: investment transactions",
  dates: "DMY",
  numbers: { likelySign: "comma" },
  signedAmounts: false,
  fees: "unsigned",
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        account: "portefeuille",
        name: "naam",
        date: "datum",
        action: "type mutatie",
        currency: "valuta mutatie",
        quantity: "volume",
        price: "koers",
        priceCurrency: "valuta koers",
        fee: "valuta kosten €",
        net: "bedrag",
        isin: "isin code",
        time: "tijd",
        exchange: "beurs",
      },
      rules: [
        { effect: "buy", words: /^koop\b/ },
        { effect: "sell", words: /^verkoop\b/ },
        { effect: "dividend", words: ["contant dividend"] },
        { effect: "cash", words: ["storting / opname", "storting", "opname"] },
        { effect: "interest", words: ["rente beleggersrekening"] },
        { effect: "fee", words: ["tarieven en services"] },
      ],
    },
  ],
});
