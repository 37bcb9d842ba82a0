import { parseNumber } from "../../csv/number-style.ts";
import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/** CommSec, account transactions (CSV): trades stand in the details, brokerage in the amount. */
export const commsec: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "commsec",
  name: "CommSec: account transactions",
  dates: "DMY",
  numbers: { decimalSign: "point" },
  currency: "AUD",
  signedAmounts: true,
  impliedFee: true,
  usualOrder: "newest-first",
  tables: [
    {
      required: { date: "date", id: "reference", description: "details", debit: "debit", credit: "credit" },
      alsoHas: ["balance"],
      nothingElse: true,
      refine: fromDetails,
      rules: [
        { effect: "buy", words: ["b"] },
        { effect: "sell", words: ["s"] },
        { effect: "cash", words: ["r", "p"] },
      ],
    },
  ],
});

/** Reads `B 100 BHP @ 45.000000`; other rows are told by the letter of their reference: receipt or payment. */
function fromDetails(row: ActivityRow): ActivityRow {
  const traded = /^([BS]) ([\d.,]+) (\S+) @ ([\d.,]+)$/.exec(row.description);
  if (traded === null) return { ...row, action: /^([RP])\d/.exec(row.id)?.[1]?.toLowerCase() ?? row.description };
  const [, side = "", units = "", symbol = "", price = ""] = traded;
  const [quantity, unitPrice] = [parseNumber(units, "point"), parseNumber(price, "point")];
  return { ...row, action: side.toLowerCase(), symbol, quantity, price: unitPrice };
}
