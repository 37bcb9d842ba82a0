import type { ActivityEffect, ActivityRule, ActivityTable } from "./activity-preset.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { ActivityRow } from "./activity-row.ts";
import { ruleOf } from "./activity-rule.ts";
import { bookCashBySign, bookCashByWord, bookCharge } from "./book-activity-cash.ts";
import { bookActivityExchange, bookActivityLegs } from "./book-activity-exchange.ts";
import { bookActivityIncome } from "./book-activity-income.ts";
import { reportNetDisagreement } from "./net-agreement.ts";
import { bookActivityTrade } from "./book-activity-trade.ts";
import { bookAddedShares, bookDelivery, bookSplitPairs } from "./book-activity-units.ts";

/** A row with the effect it is booked by. */
export interface RuledRow {
  readonly row: ActivityRow;
  readonly effect: ActivityEffect;
}

/** Settles a row that moves nothing, or gives it back with its effect. */
export function settleRow(
  row: ActivityRow,
  { rules }: Pick<ActivityTable, "rules">,
  { preset, findings }: ActivityReading,
): readonly RuledRow[] {
  const rule = ruleOf(row, rules);
  if (rule === undefined || rule.effect === "ignored" || rule.effect === "unsupported" || rule.effect === "review") {
    reportUnbooked(row, rule, { preset, findings });
    return [];
  }
  return ofCashFund({ row, effect: rule.effect }, { preset, findings });
}

function reportUnbooked({ line, action }: ActivityRow, rule: ActivityRule | undefined, { findings }: ActivityReading): void {
  switch (rule?.effect) {
    case "ignored":
      return findings.report("ignored-row", line, `The row was left out: ${rule.because ?? "it moves nothing"}. Nothing to do.`);
    case "unsupported": {
      const message = `The row is about ${rule.because ?? "an instrument"}, which is not supported yet. Its cash is missing from the figures.`;
      return findings.report("unsupported-instrument", line, message);
    }
    default: {
      const what = rule?.because === undefined ? `"${action}" is not known` : `"${action}" is ${rule.because}`;
      return findings.report("unknown-action", line, `${what}, so the row was not booked. Enter it by hand if it matters.`);
    }
  }
}

const fundTrades: ReadonlySet<ActivityEffect> = new Set<ActivityEffect>(["buy", "sell", "trade"]);

/** The fund a broker keeps cash in is cash: its dividends are interest, and buying it changes nothing. */
function ofCashFund({ row, effect }: RuledRow, { preset, findings }: ActivityReading): readonly RuledRow[] {
  if (preset.cashFunds?.includes(row.symbol) !== true) return [{ row, effect }];
  if (fundTrades.has(effect)) {
    const message = `The row was left out: ${row.symbol} is the fund that holds the account's cash. Nothing to do.`;
    findings.report("ignored-row", row.line, message);
    return [];
  }
  return [{ row: { ...row, symbol: "" }, effect: effect === "dividend" ? "interest" : effect }];
}

/** Books all rows: single ones first, then those that need others or the holdings before them. */
export function bookActivities(rows: readonly RuledRow[], reading: ActivityReading): void {
  const usable = rows.filter((ruled) => hasCurrency(ruled, reading));
  const of = (...effects: readonly ActivityEffect[]): readonly ActivityRow[] =>
    usable.filter(({ effect }) => effects.includes(effect)).map(({ row }) => row);
  for (const ruled of usable) bookAlone(ruled, reading);
  for (const ruled of usable) reportNetDisagreement(ruled, reading);
  bookActivityIncome(usable.filter(isPayment(reading)), of("withheld-tax"), reading);
  bookActivityLegs(of("exchange-leg"), reading);
  bookSplitPairs(of("split-pair"), reading);
  bookAddedShares(of("added-shares"), reading);
}

const withoutCash: ReadonlySet<ActivityEffect> = new Set<ActivityEffect>(["added-shares", "split-pair"]);

/** Cash needs a currency, from the row or the format. */
function hasCurrency({ row, effect }: RuledRow, { findings }: ActivityReading): boolean {
  if (row.unit !== undefined || withoutCash.has(effect)) return true;
  findings.report("invalid-cell", row.line, "The row names no currency. Fill it in and import again.");
  return false;
}

const payments: ReadonlySet<ActivityEffect> = new Set<ActivityEffect>([
  "dividend",
  "substitute-dividend",
  "return-of-capital",
  "accumulation",
  "interest",
]);

/** Interest that costs is a charge of its own. */
function isPayment({ preset }: ActivityReading): (ruled: RuledRow) => boolean {
  return ({ row, effect }) => {
    const costs = preset.signedAmounts && (row.gross ?? row.net)?.isNegative() === true;
    return payments.has(effect) && !(effect === "interest" && costs);
  };
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
      return bookDelivery(row, effect, reading);
    default:
      return undefined;
  }
}

/** Interest received is booked with its tax, elsewhere. */
function bookInterest(row: ActivityRow, effect: "interest" | "interest-charge", reading: ActivityReading): void {
  if (isPayment(reading)({ row, effect })) return;
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
