import type { TransactionKind } from "../../../transactions/transaction-kind.ts";
import type { Findings } from "../../reading/findings.ts";
import { inCurrency, type Trading212Row } from "./trading-212-row.ts";
import { chargesOf, refuseCharges, rowFields, rowInstrument } from "./trading-212-trade.ts";

/** Books a movement of cash: `positive` and `negative` say which kind each sign of the total is. */
export function bookTrading212Cash(
  row: Trading212Row,
  positive: TransactionKind,
  negative: TransactionKind,
  findings: Findings,
): void {
  const { total } = row;
  const fee = chargesOf(row);
  if (fee === undefined) return refuseCharges(row, findings);
  if (total === undefined) {
    return findings.report("invalid-cell", row.line, "The row lacks its total. Fill it in and import again.", "Total");
  }
  const net = inCurrency(total);
  const kind = net.isNegative() ? negative : positive;
  const arrives = kind === "deposit" || kind === "interest";
  findings.book({
    ...rowFields(row),
    kind,
    instrument: rowInstrument(row),
    currency: total.unit.currency,
    grossAmount: arrives ? net.abs().plus(fee) : net.abs().minus(fee),
    feeAmount: fee,
  });
}

/** Books a currency conversion; its fee is a fee of its own when it is not in the currency given away. */
export function bookTrading212Exchange(row: Trading212Row, findings: Findings): void {
  const { from, to } = row;
  if (from === undefined || to === undefined) {
    const message = "The conversion lacks an amount or a currency. Fill it in and import again.";
    return findings.report("invalid-cell", row.line, message, "Currency conversion from amount");
  }
  const { currency } = from.unit;
  const own = row.charges.filter(({ unit }) => unit.currency === currency);
  const fields = rowFields(row);
  findings.book({
    ...fields,
    kind: "currency-exchange",
    currency,
    grossAmount: inCurrency(from).abs(),
    toCurrency: to.unit.currency,
    toAmount: inCurrency(to).abs(),
    feeAmount: own.map(inCurrency).reduce((sum, amount) => sum.plus(amount), inCurrency(from).times(0)),
  });
  for (const charge of row.charges.filter(({ unit }) => unit.currency !== currency)) {
    findings.book({ ...fields, kind: "fee", currency: charge.unit.currency, grossAmount: inCurrency(charge) });
  }
}
