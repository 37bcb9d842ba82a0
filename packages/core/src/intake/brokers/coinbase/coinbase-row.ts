import { Decimal } from "../../../numbers/decimal.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import { pricedByAmount } from "../activity/priced-by-amount.ts";
import { readCurrency } from "../../reading/currency-unit.ts";

/** Completes a row of Coinbase; a conversion is a sale and a purchase at the same value. */
export function refineCoinbase(row: ActivityRow): ActivityRow | readonly ActivityRow[] {
  if (row.action === "convert") return converted(row);
  if (/\bbuy$/.test(row.action)) return paid(row);
  if (/\bsell$/.test(row.action)) return sold(row);
  const ownCurrency = readCurrency(row.symbol);
  if (row.action !== "deposit" && row.action !== "withdrawal") return moved(row);
  if (ownCurrency === undefined) return moved({ ...row, action: `${row.action}/coin` });
  return { ...row, unit: ownCurrency, symbol: "", gross: row.quantity?.abs(), net: undefined };
}

/** What a purchase cost is Total; what it exceeds Subtotal by is the fee. */
function paid(row: ActivityRow): ActivityRow {
  const { gross, net } = row;
  if (gross === undefined || net === undefined) return asCoin(row);
  return asCoin(pricedByAmount({ ...row, net: undefined, fee: net.abs().minus(gross.abs()) }));
}

/** Of a sale the larger of Subtotal and Total is its value and the smaller what was credited. */
function sold(row: ActivityRow): ActivityRow {
  const { gross, net } = row;
  if (gross === undefined || net === undefined) return asCoin(row);
  const larger = Decimal.max(gross.abs(), net.abs());
  const smaller = Decimal.min(gross.abs(), net.abs());
  return asCoin(pricedByAmount({ ...row, gross: larger, net: undefined, fee: larger.minus(smaller) }));
}

/** Coins that come or go at their value; a fee has no place there, so two different values are told. */
function moved(row: ActivityRow): ActivityRow {
  const { gross, net } = row;
  const coin = asCoin({ ...row, gross: gross?.abs(), net: undefined });
  const valued = /^(send|receive|.* income|.*\/coin)$/.test(row.action);
  if (!valued || gross === undefined || net === undefined || gross.abs().equals(net.abs())) return coin;
  const message = `The total ${net.toString()} is not the subtotal, which was taken. Enter the difference as a fee if it was one.`;
  return { ...coin, remark: { code: "amount-mismatch", message, field: "net" } };
}

const conversion = /^Converted ([\d,.]+) (\S+) to ([\d,.]+) (\S+?)\.?$/;

/** The coin that was received stands in the notes: `Converted 0.1 ETH to 108.82 XRP`. */
function converted(row: ActivityRow): ActivityRow | readonly ActivityRow[] {
  const [, given, from, received, to] = conversion.exec(row.description) ?? [];
  const quantity = received === undefined ? undefined : plainNumber(received);
  if (to === undefined || quantity === undefined || row.gross === undefined) return row;
  const sale = sold({ ...row, action: "sell" });
  const value = sale.gross?.minus(sale.fee);
  const purchase = asCoin({ ...row, action: "buy", symbol: to, quantity, price: undefined, gross: value });
  const sameGiven = from === row.symbol && plainNumber(given ?? "")?.equals(row.quantity?.abs() ?? -1) === true;
  const parts = [sale, { ...purchase, net: undefined, fee: new Decimal(0) }];
  return sameGiven ? parts : [{ ...sale, remark: otherGiven }, ...parts.slice(1)];
}

const otherGiven: ActivityRow["remark"] = {
  code: "amount-mismatch",
  message:
    "The note of this conversion names another coin or amount than the row. The row was taken; compare it at Coinbase.",
  field: "description",
};

/** Notes are English: a comma groups. */
function plainNumber(text: string): Decimal | undefined {
  return /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text) ? new Decimal(text.replaceAll(",", "")) : undefined;
}

function asCoin(row: ActivityRow): ActivityRow {
  return { ...row, assetClass: "crypto" };
}
