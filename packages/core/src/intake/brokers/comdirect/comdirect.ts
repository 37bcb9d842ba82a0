import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** comdirect, transactions of a depot (CSV, German): movements of securities without their costs. */
export const comdirect: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "comdirect",
  name: "comdirect: depot transactions",
  dates: "DMY",
  numbers: { likelySign: "comma" },
  signedAmounts: false,
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "datum",
        action: "art",
        name: "bezeichnung",
        isin: "isin",
        quantity: "menge",
        price: "kurs",
        priceCurrency: "kurswährung",
        rate: "devisenkurs",
        gross: "kurswert",
        currency: "kurswertwährung",
      },
      alsoHas: ["wkn", "mengeneinheit"],
      rules: [
        { effect: "buy", words: ["kauf"] },
        { effect: "sell", words: ["verkauf"] },
        { effect: "delivery-in", words: ["umbuchung (eingang)", "einlieferung"] },
        { effect: "delivery-out", words: ["umbuchung (ausgang)", "auslieferung"] },
      ],
    },
  ],
});
