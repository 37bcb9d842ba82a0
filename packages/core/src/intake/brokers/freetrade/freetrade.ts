import { activityFormat } from "../activity/activity-format.ts";
import { convertedWithholding } from "../activity/converted-withholding.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Freetrade, activity (CSV).
 *
 * Nothing is signed; totals in the account's currency hold stamp duty and exchange fee; the tax on a dividend is in the
 * instrument's currency.
 */
export const freetrade: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "freetrade",
  name: "Freetrade: activity",
  numbers: { decimalSign: "point" },
  signedAmounts: false,
  fees: "unsigned",
  taxes: "unsigned",
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        name: "title",
        action: "type",
        date: "timestamp",
        currency: "account currency",
        net: "total amount",
        subAction: "buy / sell",
        symbol: "ticker",
        isin: "isin",
        price: "price per share in account currency",
        fee: "stamp duty",
        quantity: "quantity",
        id: "order id",
        fee2: "fx fee amount",
        foreignGross: "dividend gross distribution amount",
        tax: "dividend withheld tax amount",
      },
      refine: convertedWithholding,
      rules: [
        { effect: "delivery-in", words: ["freeshare_order/buy", "freeshare_order"] },
        { effect: "buy", words: ["order/buy"] },
        { effect: "sell", words: ["order/sell"] },
        { effect: "dividend", words: /^(special_)?dividend\b|^property/ },
        { effect: "interest", words: ["interest_from_cash"] },
        { effect: "deposit", words: ["top_up"] },
        { effect: "withdrawal", words: ["withdrawal"] },
        { effect: "ignored", words: ["monthly_statement"], because: "it announces a statement" },
      ],
    },
  ],
});
