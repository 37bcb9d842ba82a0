import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** InvestEngine, trading statement (CSV): trades only, in pounds, name and ISIN in one cell. */
export const investengine: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "investengine",
  name: "InvestEngine: trading statement",
  dates: "DMY",
  numbers: { decimalSign: "point" },
  currency: "GBP",
  signedAmounts: false,
  tables: [
    {
      required: {
        name: "security / isin",
        action: "transaction type",
        quantity: "quantity",
        price: "share price",
        gross: "total trade value",
        date: "trade date/time",
        settlementDate: "settlement date",
      },
      refine: splitName,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
      ],
    },
  ],
});

/** Reads `Vanguard S&P 500 / ISIN IE00B3XXRP09`. */
function splitName(row: ActivityRow): ActivityRow {
  const [, name = row.name, isin = ""] = /^(.+?) \/ ISIN (\S+)$/.exec(row.name) ?? [];
  return { ...row, name, isin, description: "" };
}
