import { Decimal } from "../../numbers/decimal.ts";
import type { DraftFields } from "./draft-fields.ts";
import type { Findings } from "./findings.ts";
import { grouped } from "./grouped.ts";

/** A payment, or the tax kept back from one, as a row of its own. */
export interface IncomeRow {
  readonly fields: Omit<DraftFields, "grossAmount" | "taxAmount" | "kind">;
  /** Signed as it moves cash. */
  readonly amount: Decimal;
  /** What a payment and its tax have in common. */
  readonly key: string;
}

/** A payment with the kind it is booked as. */
export interface Payment extends IncomeRow {
  readonly kind: "dividend" | "return-of-capital" | "accumulation" | "interest";
  /** Tax that its own row states, beside what stands in rows of their own. */
  readonly taxAmount?: Decimal;
}

/**
 * Books payments with their tax: the tax rows of a key are summed (booked, reversed, re-booked) into its first payment
 * that is no reversal. Tax without a payment becomes `tax` or `tax-refund`; when its rows cancel out, a notice.
 */
export function bookIncome(payments: readonly Payment[], taxes: readonly IncomeRow[], findings: Findings): void {
  const taxesByKey = new Map(grouped(taxes, ({ key }) => key));
  const leading = new Map([...grouped(payments, ({ key }) => key)].map(([key, group]) => [key, carrierOf(group)]));
  for (const payment of payments) {
    const own = leading.get(payment.key) === payment ? (taxesByKey.get(payment.key) ?? []) : [];
    if (own.length > 0) taxesByKey.delete(payment.key);
    bookPayment(payment, own, findings);
  }
  for (const group of taxesByKey.values()) bookLoneTax(group, findings);
}

function carrierOf(payments: readonly Payment[]): Payment | undefined {
  const upright = payments.filter(({ amount }) => amount.greaterThan(0));
  return upright.toSorted((a, b) => b.amount.comparedTo(a.amount))[0] ?? payments[0];
}

function bookPayment(payment: Payment, taxes: readonly IncomeRow[], findings: Findings): void {
  const ownTax = payment.taxAmount ?? new Decimal(0);
  findings.book({
    ...payment.fields,
    kind: payment.kind,
    rows: [payment, ...taxes].flatMap(({ fields }) => fields.rows),
    grossAmount: payment.amount,
    taxAmount: ownTax.minus(sumOf(taxes)),
  });
}

function bookLoneTax(taxes: readonly IncomeRow[], findings: Findings): void {
  const sum = sumOf(taxes);
  const [first] = taxes;
  if (first === undefined) return;
  const rows = taxes.flatMap(({ fields }) => fields.rows);
  if (sum.isZero()) {
    const message = "Tax was booked and reversed, so nothing remains. Nothing to do.";
    for (const line of rows) findings.report("ignored-row", line, message);
    return;
  }
  findings.book({ ...first.fields, rows, kind: sum.isNegative() ? "tax" : "tax-refund", grossAmount: sum.abs() });
}

function sumOf(rows: readonly IncomeRow[]): Decimal {
  return rows.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
}
