import { activityFormat } from "../activity/activity-format.ts";
import { convertedWithholding } from "../activity/converted-withholding.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** BUX, transactions (CSV): trading fees are rows of their own; the tax on a dividend is in the dividend's currency. */
export const bux: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "bux",
  name: "BUX: transactions",
  numbers: { decimalSign: "point" },
  signedAmounts: false,
  taxes: "unsigned",
  tables: [
    {
      required: {
        date: "transaction time (cet)",
        action: "transaction type",
        net: "transaction amount",
        currency: "transaction currency",
        security: "asset id",
        name: "asset name",
        quantity: "asset quantity",
        price: "asset price",
        priceCurrency: "asset currency",
        rate: "exchange rate",
        foreignGross: "dividend gross amount",
        tax: "dividend tax amount",
        description: "transaction description",
      },
      alsoHas: ["transaction category", "transfer type"],
      refine: convertedWithholding,
      rules: [
        { effect: "buy", words: ["buy trade"] },
        { effect: "sell", words: ["sell trade"] },
        { effect: "fee", words: ["trading fee", "subscription fee"] },
        { effect: "dividend", words: ["cash dividend"] },
        { effect: "interest", words: ["interest payment"] },
        { effect: "deposit", words: ["sepa deposit"] },
        { effect: "withdrawal", words: ["sepa withdrawal"] },
        { effect: "review", words: ["general corporate action"], because: "a corporate action" },
      ],
    },
  ],
});
