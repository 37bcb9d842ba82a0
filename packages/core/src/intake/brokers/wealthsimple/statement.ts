import type { Decimal } from "../../../numbers/decimal.ts";
import { parseNumber } from "../../csv/number-style.ts";
import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** Wealthsimple, monthly statement (CSV): symbol, quantity and price stand in the text only. */
export const wealthsimpleStatement: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "wealthsimple-statement",
  name: "Wealthsimple: monthly statement",
  numbers: { decimalSign: "point" },
  signedAmounts: true,
  tables: [
    {
      required: {
        date: "date",
        action: "transaction",
        description: "description",
        net: "amount",
        currency: "currency",
      },
      alsoHas: ["balance"],
      nothingElse: true,
      refine: fromDescription,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "dividend", words: ["div"] },
        { effect: "withheld-tax", words: ["nrt"] },
        { effect: "return-of-capital", words: ["roc"] },
        { effect: "interest", words: ["int"] },
        { effect: "fee", words: ["fee"] },
        { effect: "cash", words: ["cont", "eft"] },
        { effect: "transfer", words: ["trfin", "trfout", "e_trfin", "e_trfout"] },
        { effect: "added-shares", words: ["stkdiv"] },
        { effect: "ignored", words: ["loan", "recall"], because: "shares are lent or come back, and stay yours" },
      ],
    },
  ],
});

/** Reads `XEQT - iShares …: Bought 1.0000 shares at $43.98 per share (executed at 2026-01-08)`. */
function fromDescription(row: ActivityRow): ActivityRow {
  const [, symbol = "", name = "", text = ""] = /^(\S{1,20}) - (.+?): (.*)$/.exec(row.description) ?? [];
  const units = /([\d.,]+) shares/.exec(text)?.[1];
  const price = /at \$?([\d.,]+) per share/.exec(text)?.[1];
  const number = (printed: string | undefined): Decimal | undefined =>
    printed === undefined ? undefined : parseNumber(printed, "point");
  return { ...row, symbol, name, quantity: number(units), price: number(price) };
}
