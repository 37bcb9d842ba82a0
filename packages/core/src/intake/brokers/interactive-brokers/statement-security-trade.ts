import type { Decimal } from "../../../numbers/decimal.ts";
import type { DraftFields } from "../../reading/draft-fields.ts";
import type { InstrumentReference } from "../../../transactions/transaction-draft.ts";
import { bookForeignFee } from "./statement-exchange.ts";
import type { StatementReading } from "./statement-reading.ts";
import type { StatementTrade } from "./statement-trade.ts";

/** Categories that are held by quantity, with the class of their instruments where the name tells it. */
const assetClasses: Readonly<Record<string, InstrumentReference["assetClass"]>> = {
  stocks: undefined,
  funds: undefined,
  "mutual funds": undefined,
  etfs: undefined,
  bonds: "bond",
  "treasury bills": "bond",
  "corporate and municipal bonds": "bond",
  crypto: "crypto",
  cryptocurrency: "crypto",
};

/**
 * Books the purchase or sale of a security: the sign of the quantity gives the direction, the code `Ca` makes the row the
 * correction of the opposite one. Bond prices are in percent of par.
 */
export function bookSecurityTrade(trade: StatementTrade, { findings, instruments }: StatementReading): void {
  const category = trade.category.toLowerCase();
  if (!Object.hasOwn(assetClasses, category)) {
    const message = `${trade.symbol} is of the category "${trade.category}", which is not supported yet. Its cash is missing from the figures.`;
    findings.report("unsupported-instrument", trade.line, message, "Asset Category");
    return;
  }
  const assetClass = assetClasses[category];
  const cancels = trade.codes.includes("Ca");
  const buying = trade.quantity.isNegative() === cancels;
  const signed = (amount: Decimal): Decimal => (cancels ? amount.abs().negated() : amount.abs());
  const fee = feeOf(trade, buying);
  const foreignFee = trade.commissionCurrency !== trade.currency;
  const shared = {
    rows: [trade.line],
    tradeDate: trade.date,
    time: trade.time,
    accountReference: trade.account,
    instrument: instruments.byTicker(trade.symbol, { currency: trade.currency, assetClass }),
  } satisfies Partial<DraftFields>;
  findings.book({
    ...shared,
    kind: buying ? "buy" : "sell",
    quantity: signed(trade.quantity),
    unitPrice: assetClass === "bond" ? trade.price?.dividedBy(100) : trade.price,
    currency: trade.currency,
    grossAmount: signed(trade.proceeds),
    feeAmount: foreignFee ? undefined : cancels ? fee.negated() : fee,
  });
  if (foreignFee) bookForeignFee(shared, fee, trade.commissionCurrency, findings);
}

/**
 * The commission as a positive cost. Files print it with either sign; it is a rebate only when the cost basis of a
 * purchase says so.
 */
function feeOf({ commission, proceeds, basis }: StatementTrade, buying: boolean): Decimal {
  const rebate = buying && commission.greaterThan(0) && basis?.abs().equals(proceeds.abs().minus(commission));
  return rebate === true ? commission.negated() : commission.abs();
}
