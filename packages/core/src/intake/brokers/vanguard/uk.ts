import { parseNumber } from "../../csv/number-style.ts";
import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Vanguard (United Kingdom), client transactions (CSV).
 *
 * A table of cash and one of investments tell the same trades; those of cash are booked, out of their text.
 */
export const vanguardUk: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "vanguard-uk",
  name: "Vanguard (United Kingdom): client transactions",
  dates: "DMY",
  numbers: { likelySign: "point" },
  currency: "GBP",
  signedAmounts: true,
  tables: [
    {
      title: /cash transactions/i,
      required: { date: "date", action: "details", description: "details", net: "amount" },
      alsoHas: ["balance"],
      nothingElse: true,
      refine: fromDetails,
      rules: [
        { effect: "buy", words: /^bought / },
        { effect: "sell", words: /^sold / },
        { effect: "dividend", words: /^(reversal of )?div: / },
        { effect: "fee", words: /\baccount fee\b/ },
        { effect: "interest", words: /^cash account interest/ },
        { effect: "cash", words: /^(regular deposit|deposit for|payment by|withdrawal)\b/ },
      ],
    },
    {
      required: {
        date: "date",
        name: "investmentname",
        description: "transactiondetails",
        quantity: "quantity",
        price: "price",
        net: "cost",
      },
      rules: [
        {
          effect: "ignored",
          words: [""],
          because: "the table of cash transactions says the same (export that one, too, if it is missing)",
        },
      ],
    },
  ],
});

/** Reads `Bought 1,550 name (TICKER)` and `DIV: TICKER.XLON.GB @ GBP 0.41`. */
function fromDetails(row: ActivityRow): ActivityRow {
  const traded = /^(?:Bought|Sold) ([\d.,]+) (.+) \(([^()]+)\)/.exec(row.description);
  if (traded !== null) {
    const [, units = "", name = "", symbol = ""] = traded;
    return { ...row, quantity: parseNumber(units, "point"), name, symbol };
  }
  const paying = /^(?:Reversal of )?DIV: ([^.\s]+)/.exec(row.description)?.[1];
  return paying === undefined ? row : { ...row, symbol: paying };
}
