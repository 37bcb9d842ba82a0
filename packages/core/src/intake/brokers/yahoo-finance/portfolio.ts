import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityField } from "../activity/activity-field.ts";
import type { ActivityRemark } from "../activity/activity-remark.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";
import { isPair, quoteUnitOf } from "./quote-unit.ts";

/**
 * Yahoo Finance, portfolio (CSV).
 *
 * It has no currency column: the symbol's suffix tells the market and so the currency; cash is taken as dollars. Older
 * files have no type, and mark a sale by a negative quantity. A row without a trade date belongs to the watchlist.
 */
export const yahooFinancePortfolio: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "yahoo-finance-portfolio",
  name: "Yahoo Finance: portfolio",
  numbers: { decimalSign: "point" },
  currency: "USD",
  signedAmounts: false,
  fees: "unsigned",
  tables: [
    {
      required: {
        symbol: "symbol",
        date: "trade date",
        price: "purchase price",
        quantity: "quantity",
        fee: "commission",
        description: "comment",
      },
      optional: { action: "transaction type" },
      alsoHas: ["current price", "high limit", "low limit"],
      setAside: withoutTrade,
      refine: withCurrency,
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell"] },
        { effect: "trade", words: [""] },
        { effect: "deposit", words: ["deposit"] },
        { effect: "withdrawal", words: ["withdrawal"] },
      ],
    },
  ],
});

function withoutTrade(text: (field: ActivityField) => string): ActivityRemark | undefined {
  const symbol = text("symbol");
  if (text("date") !== "") return symbol === cashSymbol || quoteUnitOf(symbol) ? undefined : ofUnknownMarket(symbol);
  const message = `${symbol} has no trade date, so it was not booked. Put it on the watchlist if you follow it.`;
  return { code: "watchlist-row", message, field: "date" };
}

function ofUnknownMarket(symbol: string): ActivityRemark {
  const message = `The suffix of ${symbol} is of no market we know, so its currency is not known. Enter the trade by hand.`;
  return { code: "invalid-cell", message, field: "symbol" };
}

const cashSymbol = "$$CASH_TX";

function withCurrency(row: ActivityRow): ActivityRow {
  if (row.symbol === cashSymbol) {
    return { ...row, symbol: "", gross: row.quantity?.abs(), quantity: undefined, price: undefined };
  }
  const quoted = quoteUnitOf(row.symbol);
  if (quoted === undefined) return row;
  const { perCurrency, quotationUnit } = quoted;
  const assetClass = isPair(row.symbol) ? "crypto" : undefined;
  const known: ActivityRow = { ...row, unit: quoted, assetClass, price: row.price?.dividedBy(perCurrency) };
  if (quotationUnit === undefined) return known;
  const message =
    `The price of ${row.symbol} was taken as ${quotationUnit} because of its suffix, and the commission as ${quoted.currency}. ` +
    "Check one trade, and correct its price if the instrument is quoted in the currency itself.";
  return { ...known, remark: { code: "assumed-quotation-unit", message, field: "price" } };
}
