import { readCurrency } from "../../reading/currency-unit.ts";
import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Interactive Brokers, Flex query of trades (CSV), short or full.
 *
 * The action gives the direction; quantity and trade money come with or without signs; a commission is negative.
 */
export const interactiveBrokersFlexTrades: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "interactive-brokers-flex-trades",
  name: "Interactive Brokers: Flex query of trades",
  numbers: { decimalSign: "point" },
  signedAmounts: false,
  fees: "cash",
  assetClasses: { bond: "bond", crypto: "crypto" },
  tables: [
    {
      required: {
        action: "buy/sell",
        date: "tradedate",
        isin: "isin",
        quantity: "quantity",
        price: "tradeprice",
        gross: "trademoney",
        currency: "currencyprimary",
        fee: "ibcommission",
        feeCurrency: "ibcommissioncurrency",
      },
      optional: {
        symbol: "symbol",
        name: "description",
        subAction: "assetclass",
        assetClass: "assetclass",
        timestamp: "datetime",
        account: "clientaccountid",
        id: "tradeid",
        fee2: "taxes",
        net: "netcash",
      },
      refine: pairSides,
      rules: [
        { effect: "unsupported", words: /\/(opt|fut|fop|war|cfd|iopt)$/, because: "an option, future or CFD" },
        { effect: "review", words: /\(ca\.\)/, because: "the cancellation of a trade" },
        { effect: "exchange", words: /^(buy|sell)\/cash$/ },
        { effect: "buy", words: /^buy\b/ },
        { effect: "sell", words: /^sell\b/ },
      ],
    },
  ],
});

/** Of the pair `EUR.USD` the quantity is in EUR, the trade money in USD; what is sold is given. */
function pairSides(row: ActivityRow): ActivityRow {
  const traded = readCurrency(row.symbol.split(".")[0] ?? "");
  if (!row.action.endsWith("/cash") || traded === undefined) return row;
  if (row.action.startsWith("buy")) return { ...row, toAmount: row.quantity, toUnit: traded };
  const ownFee = row.foreignFee?.unit.currency === traded.currency ? row.foreignFee.amount : undefined;
  const fees = ownFee === undefined ? {} : { fee: ownFee, foreignFee: undefined };
  return { ...row, ...fees, gross: row.quantity, unit: traded, toAmount: row.gross, toUnit: row.unit };
}
