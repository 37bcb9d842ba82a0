import type { ActivityEffect } from "./activity-preset.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { ActivityRow } from "./activity-row.ts";
import { bookCashBySign, bookCashByWord, bookCharge } from "./book-activity-cash.ts";
import { bookActivityExchange, bookActivityLegs } from "./book-activity-exchange.ts";
import { bookActivityIncome } from "./book-activity-income.ts";
import { bookActivityTrade } from "./book-activity-trade.ts";
import { bookAddedShares, bookDelivery, bookSplitPairs } from "./book-activity-units.ts";
import { reportNetDisagreement } from "./net-agreement.ts";
import type { RuledRow } from "./ruled-row.ts";

/** Books all rows: single ones first, then those that need others or the holdings before them. */
export function bookActivities(rows: readonly RuledRow[], reading: ActivityReading): void {
  const usable = rows.filter((ruled) => hasCurrency(ruled, reading));
  const of = (...effects: readonly ActivityEffect[]): readonly ActivityRow[] =>
    usable.filter(({ effect }) => effects.includes(effect)).map(({ row }) => row);
  for (const ruled of usable) bookAlone(ruled, reading);
  for (const ruled of usable) reportNetDisagreement(ruled, reading);
  bookActivityIncome(usable.filter(isPayment), of("withheld-tax"), reading);
  bookActivityLegs(of("exchange-leg"), reading);
  bookSplitPairs(of("split-pair"), reading);
  bookAddedShares(of("added-shares"), reading);
}

const withoutCash: ReadonlySet<ActivityEffect> = new Set<ActivityEffect>(["added-shares", "split-pair"]);

/** Cash needs a currency, from the row or the format. */
function hasCurrency({ row, effect }: RuledRow, { findings }: ActivityReading): boolean {
  if (row.unit !== undefined || withoutCash.has(effect)) return true;
  findings.report("invalid-cell", row.line, noCurrency, row.columns.currency);
  return false;
}

const noCurrency = "The row names no currency. Fill it in and import again.";

const payments: ReadonlySet<ActivityEffect> = new Set<ActivityEffect>([
  "dividend",
  "substitute-dividend",
  "return-of-capital",
  "accumulation",
  "interest",
]);

/** Interest that costs is a charge of its own. */
function isPayment({ row, effect }: RuledRow): boolean {
  const costs = (row.gross ?? row.net)?.isNegative() === true;
  return payments.has(effect) && !(effect === "interest" && costs);
}

function bookAlone({ row, effect }: RuledRow, reading: ActivityReading): void {
  switch (effect) {
    case "buy":
    case "sell":
      return bookActivityTrade(row, effect, reading);
    case "trade":
      return bookActivityTrade(row, row.quantity?.isNegative() === true ? "sell" : "buy", reading);
    case "deposit":
      return bookCashByWord(row, "deposit", true, reading);
    case "withdrawal":
      return bookCashByWord(row, "withdrawal", false, reading);
    case "cash":
      return bookCashBySign(row, { arriving: "deposit", leaving: "withdrawal" }, "arriving", reading);
    case "interest":
    case "interest-charge":
      return bookInterest(row, effect, reading);
    case "fee":
      return bookCharge(row, { arriving: "fee-refund", leaving: "fee" }, reading);
    case "fee-refund":
      return bookCashByWord(row, "fee-refund", true, reading);
    case "tax":
      return bookCharge(row, { arriving: "tax-refund", leaving: "tax" }, reading);
    case "exchange":
      return bookActivityExchange(row, reading);
    case "transfer":
      return bookTransfer(row, reading);
    case "delivery":
      return bookDelivery(row, row.quantity?.isNegative() === true ? "delivery-out" : "delivery-in", reading);
    case "delivery-in":
    case "delivery-out":
    case "staking-reward":
      return bookDelivery(row, effect, reading);
    default:
      return undefined;
  }
}

/** Interest received is booked with its tax, elsewhere. */
function bookInterest(row: ActivityRow, effect: "interest" | "interest-charge", reading: ActivityReading): void {
  if (isPayment({ row, effect })) return;
  const usual = effect === "interest" ? "arriving" : "leaving";
  bookCashBySign(row, { arriving: "interest", leaving: "interest-charge" }, usual, reading);
}

/** Cash to or from an account that is not known yet is half a transfer; units are delivered. */
function bookTransfer(row: ActivityRow, reading: ActivityReading): void {
  if (row.quantity?.isZero() === false && (row.symbol !== "" || row.isin !== "")) {
    return bookDelivery(row, row.quantity.isNegative() ? "delivery-out" : "delivery-in", reading);
  }
  bookCashBySign(row, { arriving: "transfer-in", leaving: "transfer-out" }, "arriving", reading);
}
