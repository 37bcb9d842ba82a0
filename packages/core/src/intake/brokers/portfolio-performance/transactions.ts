import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import { pricedByAmount } from "../activity/priced-by-amount.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Portfolio Performance, all transactions (CSV, English or German).
 *
 * Value is what the cash account moves, after fees and taxes; deliveries state their value with them, too. Prices are
 * not printed; a gross amount only when it is in a foreign currency.
 */
export const portfolioPerformanceTransactions: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "portfolio-performance-transactions",
  name: "Portfolio Performance: all transactions",
  numbers: { likelySign: "point" },
  signedAmounts: true,
  tables: [
    {
      required: {
        date: ["date", "datum"],
        action: ["type", "typ"],
        net: ["value", "wert"],
        currency: ["transaction currency", "buchungswährung"],
        foreignGross: ["gross amount", "bruttobetrag"],
        priceCurrency: ["currency gross amount", "währung bruttobetrag"],
        rate: ["exchange rate", "wechselkurs"],
        fee: ["fees", "gebühren"],
        tax: ["taxes", "steuern"],
        quantity: ["shares", "stück"],
        isin: "isin",
        symbol: ["ticker symbol", "ticker-symbol"],
        name: ["security name", "wertpapiername"],
        description: ["note", "notiz"],
      },
      alsoHas: ["wkn"],
      refine: withPrice,
      rules: [
        { effect: "buy", words: ["buy", "kauf"] },
        { effect: "sell", words: ["sell", "verkauf"] },
        { effect: "dividend", words: ["dividend", "dividende"] },
        { effect: "deposit", words: ["deposit", "einlage"] },
        { effect: "withdrawal", words: ["withdrawal", "entnahme"] },
        { effect: "interest", words: ["interest", "zinsen"] },
        { effect: "interest-charge", words: ["interest charge", "zinsbelastung"] },
        { effect: "fee", words: ["fees", "gebühren"] },
        { effect: "fee-refund", words: ["fees refund", "gebührenerstattung"] },
        { effect: "tax", words: ["taxes", "steuern", "tax refund", "steuerrückerstattung"] },
        { effect: "transfer", words: /^(transfer|umbuchung) \((in|out)bound|^umbuchung \((ein|aus)gang/ },
        { effect: "delivery-in", words: ["delivery (inbound)", "einlieferung"] },
        { effect: "delivery-out", words: ["delivery (outbound)", "auslieferung"] },
      ],
    },
  ],
});

const leaving = /outbound|ausgang|auslieferung/;
const delivery = /^(delivery|einlieferung|auslieferung)/;

function withPrice(row: ActivityRow): ActivityRow {
  if (row.quantity === undefined || row.net === undefined) return row;
  if (delivery.test(row.action)) return pricedByAmount({ ...row, gross: deliveredValue(row), net: undefined });
  // Shares that change the securities account have no sign of their own.
  if (/^(transfer|umbuchung)/.test(row.action) && leaving.test(row.action))
    return { ...row, quantity: row.quantity.negated() };
  if (/^(buy|sell|kauf|verkauf)$/.test(row.action)) return { ...row, price: tradePrice(row) };
  return row;
}

/** The units' own value: a cost on arrival holds the charges, proceeds on departure lack them. */
function deliveredValue({ net, fee, tax, action }: ActivityRow): ActivityRow["net"] {
  const charges = fee.plus(tax);
  return leaving.test(action) ? net?.abs().plus(charges) : net?.abs().minus(charges);
}

function tradePrice(row: ActivityRow): ActivityRow["price"] {
  const gross = row.foreignGross ?? row.net?.plus(row.fee).plus(row.tax);
  return row.priceUnit === undefined || row.foreignGross !== undefined
    ? pricedByAmount({ ...row, gross, price: undefined }).price
    : undefined;
}
