import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Directa, movements (CSV, Italian): nine lines come first; amounts in euros, tax as rows of its own. */
export const directa: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "directa",
  name: "Directa: movements",
  dates: "DMY",
  currency: "EUR",
  signedAmounts: true,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "data operazione",
        settlementDate: "data valuta",
        action: "tipo operazione",
        symbol: "ticker",
        isin: "isin",
        name: "descrizione",
        quantity: "quantità",
        net: "importo euro",
        foreignGross: "importo divisa",
        priceCurrency: "divisa",
        id: "riferimento ordine",
      },
      rules: [
        { effect: "buy", words: ["acquisto"] },
        { effect: "sell", words: ["vendita"] },
        { effect: "dividend", words: ["provento etf", "dividendo", "coupon certif."] },
        { effect: "interest", words: ["cedola obb."] },
        { effect: "withheld-tax", words: /^rit\.(provento etf|cedola obb\.|dividendo)$/ },
        { effect: "tax", words: ["ritenuta su plusvalenza"] },
        { effect: "fee", words: ["commissioni", "bollo"] },
        { effect: "cash", words: /^(conferimento|prelievo)\b/ },
      ],
    },
  ],
});
