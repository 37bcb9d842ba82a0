import { toEpochDay } from "../calendar/plain-date.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import { type BookedField, type BookedLine, bookedLines, type LineKind } from "../ledger/booked-line.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { negatedOf } from "./derive.ts";
import { decimalProductOf, decimalSumOf } from "./derive-decimal.ts";
import { confirmed, headOf, textOf } from "./trail-node.ts";
import { explainGross } from "./explain-amount.ts";
import { explainRateOfRow } from "./explain-rate.ts";
import { type Explanation, partsOf } from "./explanation.ts";
import { columnField, statedField } from "./leaf.ts";
import type { Trail } from "./trail.ts";

/** Income, fees or taxes: each booked amount, in the base currency at its broker's rate or that of its day. */
export function explainBookedSum(
  x: Explanation,
  line: LineKind,
  query: LedgerQuery,
  currency: CurrencyCode | undefined,
): Trail {
  const { ledger } = x;
  const after = query.after === undefined ? -Infinity : toEpochDay(query.after);
  const on = query.on === undefined ? Infinity : toEpochDay(query.on);
  const wanted = accountFilter(ledger, query);
  const lines = bookedLines(ledger, [line]).filter(({ row, account, instrument, currency: own }) => {
    const day = ledger.columns.day[row]!;
    const isMeant = query.instrument === undefined || query.instrument === instrument;
    return day > after && day <= on && wanted(account) && isMeant && (currency === undefined || currency === own);
  });
  const inputs = lines.map((booked) => (currency === undefined ? lineInBase(x, booked) : lineAmount(x, booked)));
  return decimalSumOf(headOf(line, {}, currency ?? ledger.baseCurrency), inputs);
}

function lineInBase(x: Explanation, line: BookedLine): Trail {
  const base = x.ledger.baseCurrency;
  const amount = lineAmount(x, line);
  const rate = explainRateOfRow(x, line.row, line.currency);
  if (rate === undefined) return amount;
  return decimalProductOf(headOf("booked-line-in-base", { ...partsOf(x, line.row), base }, base), [amount, rate]);
}

/** The amount as booked: the field that it is, with its sign turned where it counts the other way. */
function lineAmount(x: Explanation, { row, currency, amount, field }: BookedLine): Trail {
  const value = textOf(amount);
  const leaf = bookedField(x, row, field, currency);
  if (leaf.value === value) return leaf;
  return confirmed(negatedOf(headOf("booked-line", partsOf(x, row), currency), leaf), value);
}

function bookedField(x: Explanation, row: number, field: BookedField, currency: CurrencyCode): Trail {
  if (field === "gross") return explainGross(x, row)!;
  if (field !== "accruedInterest") return columnField(x, row, field, currency)!;
  const accrued = x.ledger.columns.details.get(row)!.accruedInterest!;
  return statedField(x, row, field, accrued, "accrued-stated", "money", currency);
}
