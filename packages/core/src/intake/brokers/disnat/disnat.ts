import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Disnat (Desjardins), account activity (CSV, French): net amounts in the account's currency, comma decimals. */
export const disnat: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "disnat",
  name: "Disnat: account activity",
  numbers: { likelySign: "comma" },
  signedAmounts: true,
  fees: "unsigned",
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "date de transaction",
        settlementDate: "date de règlement",
        action: "type de transaction",
        symbol: "symbole",
        name: "description",
        exchange: "marché",
        quantity: "quantité",
        price: "prix",
        priceCurrency: "devise du prix",
        fee: "commission payée",
        net: "montant de l'opération",
        currency: "devise du compte",
      },
      rules: [
        { effect: "buy", words: ["achat"] },
        { effect: "sell", words: ["vente"] },
        { effect: "dividend", words: /^dividende\b/ },
        { effect: "withheld-tax", words: /^(taxe|impôt)(?=\s|$)/ },
        { effect: "interest", words: /^intérêts?(?=\s|$)/ },
        { effect: "fee", words: /^frais\b/ },
        { effect: "cash", words: /^(cotisation|subvention reee|retrait)\b/ },
        { effect: "delivery", words: /^transfert reçu(?=\s|$)/ },
      ],
    },
  ],
});
