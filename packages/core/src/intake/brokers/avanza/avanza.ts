import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Avanza, transactions (CSV, Swedish): amounts hold the brokerage, sales have a negative quantity. */
export const avanza: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "avanza",
  name: "Avanza: transactions",
  numbers: { likelySign: "comma" },
  signedAmounts: true,
  signedQuantities: true,
  fees: "unsigned",
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "datum",
        account: "konto",
        action: "typ av transaktion",
        name: "värdepapper/beskrivning",
        quantity: "antal",
        price: "kurs",
        net: "belopp",
        currency: "transaktionsvaluta",
        fee: "courtage",
        rate: "valutakurs",
        priceCurrency: "instrumentvaluta",
        isin: "isin",
      },
      rules: [
        { effect: "buy", words: ["köp"] },
        { effect: "sell", words: ["sälj"] },
        { effect: "dividend", words: ["utdelning"] },
        { effect: "withheld-tax", words: ["utländsk källskatt"] },
        { effect: "interest", words: ["ränta"] },
        { effect: "cash", words: ["insättning", "uttag"] },
        { effect: "review", words: ["övrigt"], because: "of several kinds: a split, a fee, a delivery" },
      ],
    },
  ],
});
