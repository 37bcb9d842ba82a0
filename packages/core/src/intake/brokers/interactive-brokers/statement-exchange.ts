import type { CurrencyCode } from "../../../money/currency.ts";
import type { Decimal } from "../../../numbers/decimal.ts";
import type { DraftFields } from "../../reading/draft-fields.ts";
import type { Findings } from "../../reading/findings.ts";
import { readCurrency } from "../../reading/currency-unit.ts";
import type { StatementTrade } from "./statement-trade.ts";

type Shared = Pick<DraftFields, "rows" | "tradeDate" | "time" | "accountReference" | "instrument">;

/** Books a trade of the category Forex: of `EUR.USD` the quantity is in EUR, the proceeds are in USD. */
export function bookStatementExchange(trade: StatementTrade, findings: Findings): void {
  const traded = readCurrency(trade.symbol.split(".")[0] ?? "");
  if (traded === undefined) {
    const message = `"${trade.symbol}" names no currency pair. Correct the symbol in the file and import again.`;
    findings.report("invalid-cell", trade.line, message, "Symbol");
    return;
  }
  const sides = [
    { currency: traded.currency, amount: trade.quantity },
    { currency: trade.currency, amount: trade.proceeds },
  ] as const;
  const [given, received] = trade.quantity.isNegative() ? sides : [sides[1], sides[0]];
  const shared = { rows: [trade.line], tradeDate: trade.date, time: trade.time, accountReference: trade.account };
  const ownFee = trade.commissionCurrency === given.currency;
  findings.book({
    ...shared,
    kind: "currency-exchange",
    currency: given.currency,
    grossAmount: given.amount.abs(),
    toCurrency: received.currency,
    toAmount: received.amount.abs(),
    feeAmount: ownFee ? trade.commission.abs() : undefined,
  });
  if (!ownFee) bookForeignFee(shared, trade.commission.abs(), trade.commissionCurrency, findings);
}

/** Books a commission paid in another currency than the trade as a fee of its own, from the same row. */
export function bookForeignFee(shared: Shared, fee: Decimal, currency: CurrencyCode, findings: Findings): void {
  if (fee.isZero()) return;
  const kind = fee.isNegative() ? "fee-refund" : "fee";
  findings.book({ ...shared, kind, currency, grossAmount: fee.abs(), note: "Commission" });
}
