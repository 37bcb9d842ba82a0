import { Decimal } from "../../../numbers/decimal.ts";
import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Wealthfolio, activities (CSV): nothing is signed, and cash is the symbol `$CASH` or `$CASH-EUR`.
 *
 * A dividend of the subtype DRIP is the dividend and the purchase at once.
 */
export const wealthfolioActivities: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "wealthfolio-csv",
  name: "Wealthfolio: activities",
  numbers: { likelySign: "point" },
  signedAmounts: false,
  fees: "unsigned",
  assetClasses: { crypto: "crypto", cryptocurrency: "crypto" },
  tables: [
    {
      required: {
        date: "date",
        symbol: "symbol",
        quantity: "quantity",
        action: "activitytype",
        price: "unitprice",
        currency: "currency",
        fee: "fee",
        gross: "amount",
      },
      optional: { assetClass: "instrumenttype", subAction: "subtype", description: "comment" },
      refine: refineWealthfolio,
      rules: [
        { effect: "buy", words: /^buy(\/|$)/ },
        { effect: "sell", words: /^sell(\/|$)/ },
        { effect: "dividend", words: ["dividend", "dividend/drip"] },
        { effect: "staking-reward", words: ["interest/staking_reward"] },
        { effect: "interest", words: ["interest"] },
        { effect: "deposit", words: ["deposit"] },
        { effect: "withdrawal", words: ["withdrawal"] },
        { effect: "transfer", words: ["transfer_in"] },
        { effect: "delivery-in", words: ["transfer_in/units"] },
        { effect: "delivery-out", words: ["transfer_out/units"] },
        { effect: "transfer", words: ["transfer_out"] },
        { effect: "fee", words: ["fee"] },
        { effect: "tax", words: ["tax"] },
        { effect: "review", words: ["split"], because: "a split whose ratio the file does not name for sure" },
        { effect: "review", words: /^credit/, because: "a credit of an unknown sort" },
        { effect: "review", words: /^adjustment/, because: "an adjustment" },
        { effect: "review", words: ["fee/twice"], because: "a fee that states two different amounts" },
      ],
    },
  ],
});

function refineWealthfolio(row: ActivityRow): ActivityRow | readonly ActivityRow[] {
  const stated = row.gross?.isZero() === true ? undefined : row.gross;
  const isCash = row.symbol.startsWith("$CASH");
  const known = { ...row, gross: stated, symbol: isCash ? "" : row.symbol };
  const kind = row.action.split("/")[0] ?? "";
  if (kind === "buy" || kind === "sell") return known;
  if (kind === "fee") return withOneFee(known);
  if (kind.startsWith("transfer_")) return isCash ? movedCash(known) : { ...known, action: `${kind}/units` };
  const paid = { ...known, gross: stated ?? product(row) };
  if (row.action !== "dividend/drip") return paid;
  return [
    { ...paid, fee: new Decimal(0) },
    { ...known, action: "buy", gross: paid.gross },
  ];
}

function product({ quantity, price }: ActivityRow): Decimal | undefined {
  return quantity === undefined || price === undefined ? undefined : quantity.times(price);
}

/** A fee stands in its own column or in the amount; twice the same is one. */
function withOneFee(row: ActivityRow): ActivityRow {
  const amount = row.gross ?? product(row) ?? new Decimal(0);
  if (amount.isZero() || row.fee.isZero()) return { ...row, gross: amount.isZero() ? undefined : amount };
  return amount.equals(row.fee) ? { ...row, gross: undefined } : { ...row, action: "fee/twice" };
}

/** A transfer of cash is told by its sign, which the file does not have. */
function movedCash(row: ActivityRow): ActivityRow {
  const amount = (row.gross ?? product(row))?.abs();
  const signed = row.action.startsWith("transfer_out") ? amount?.negated() : amount;
  return { ...row, gross: signed, quantity: undefined, action: row.action.split("/")[0] ?? "" };
}
