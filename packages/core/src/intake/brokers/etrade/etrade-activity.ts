import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { etradeRules } from "./etrade-rules.ts";

/** E*TRADE, account activity (CSV, since 2025): net amounts, month first. */
export const etradeActivity: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "etrade-activity",
  name: "E*TRADE: account activity (since 2025)",
  dates: "MDY",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: true,
  fees: "unsigned",
  usualOrder: "newest-first",
  tables: [
    {
      required: {
        date: "activity/trade date",
        settlementDate: "settlement date",
        action: "activity type",
        name: "description",
        symbol: "symbol",
        quantity: "quantity #",
        price: "price $",
        net: "amount $",
        fee: "commission",
      },
      alsoHas: ["cusip"],
      rules: etradeRules,
    },
  ],
});
