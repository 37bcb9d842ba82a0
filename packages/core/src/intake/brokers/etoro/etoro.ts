import { readCurrency } from "../../reading/currency-unit.ts";
import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * eToro, account activity (the sheet of the account statement, as CSV).
 *
 * In dollars; nothing is signed; the price is amount / units; dividends are net; details are `AMD/USD`.
 */
export const etoro: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "etoro",
  name: "eToro: account activity",
  dates: "DMY",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: false,
  netDividends: true,
  tables: [
    {
      required: {
        date: "date",
        action: "type",
        description: "details",
        net: "amount",
        quantity: "units",
        id: "position id",
        subAction: "asset type",
      },
      alsoHas: ["realized equity change", "realized equity", "balance", "nwa"],
      refine: fromDetails,
      rules: [
        { effect: "unsupported", words: /^(open position|position closed)\/.*cfd/, because: "a CFD" },
        { effect: "buy", words: /^open position\b/ },
        { effect: "sell", words: /^position closed\b/ },
        { effect: "dividend", words: /^dividend\b/ },
        { effect: "interest", words: /^interest payment\b/ },
        { effect: "fee", words: /^(overnight fee|sdrt|withdraw fee|withdrawal (conversion )?fee)\b/ },
        { effect: "fee-refund", words: /^overnight refund\b/ },
        { effect: "deposit", words: /^deposit\b/ },
        { effect: "withdrawal", words: /^withdraw(al)?( request)?(\/|$)/ },
      ],
    },
  ],
});

/** The id names a position, which is opened and closed: it tells no single event, but with the day it does. */
function fromDetails(row: ActivityRow): ActivityRow {
  const [, symbol = "", code = ""] = /^([^\s/]+)\/([A-Za-z]{3})$/.exec(row.description) ?? [];
  return { ...row, symbol, priceUnit: readCurrency(code), id: row.id === "" ? "" : `${row.id} ${row.date}` };
}
