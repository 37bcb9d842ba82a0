import { Decimal } from "../../../numbers/decimal.ts";
import { grouped } from "../../reading/grouped.ts";
import { heldAtStartOf } from "../../reading/held-quantity.ts";
import { instrumentKey } from "../../reading/instrument-of.ts";
import { splitRatio } from "../../reading/ratio.ts";
import { activityFieldsOf, activityInstrument } from "./activity-fields.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { ActivityRow } from "./activity-row.ts";

/** Books units that arrive or leave without cash; an arrival without a price or value has no cost. */
export function bookDelivery(
  row: ActivityRow,
  kind: "delivery-in" | "delivery-out" | "staking-reward",
  { findings }: ActivityReading,
): void {
  const quantity = row.quantity?.abs();
  const price = row.price?.greaterThan(0) === true ? row.price : undefined;
  const stated = [row.gross, row.net].find((amount) => amount?.isZero() === false)?.abs();
  const gross = stated ?? (quantity === undefined ? undefined : price?.times(quantity));
  findings.book({
    ...activityFieldsOf(row),
    kind,
    instrument: activityInstrument(row),
    quantity,
    unitPrice: price,
    grossAmount: gross,
    feeAmount: row.fee,
  });
  if (kind === "delivery-out" || gross !== undefined || quantity === undefined || quantity.isZero()) return;
  const message =
    `${quantity.toString()} ${row.symbol || row.isin || row.name} arrive without a cost. ` +
    "Add what they cost, or their cost and gain stay incomplete.";
  findings.report("missing-cost", row.line, message, row.columns.price);
}

/** Books splits given as the units they add or take away: (held + added) for held, with the holding of that account. */
export function bookAddedShares(rows: readonly ActivityRow[], { findings }: ActivityReading): void {
  for (const row of rows.toSorted((a, b) => Number(a.date > b.date) - Number(a.date < b.date))) {
    const instrument = activityInstrument(row);
    const added = row.quantity ?? new Decimal(0);
    const held = heldAtStartOf(row.date, instrumentKey(instrument), findings.drafts, row.account || undefined);
    const ratio = added.isZero() ? undefined : splitRatio(held.plus(added), held);
    if (ratio !== undefined && instrument !== undefined) {
      findings.book({ ...activityFieldsOf(row), currency: undefined, kind: "split", instrument, ratio });
    } else findings.report("unknown-action", row.line, noHolding(added), row.columns.quantity);
  }
}

function noHolding(added: Decimal): string {
  return (
    `A split added ${added.toString()} units, but the file does not tell how many were held before. ` +
    "Enter the split by hand with its ratio, or import a file that holds the purchases too."
  );
}

/** Books splits given as the old units leaving and the new ones arriving. */
export function bookSplitPairs(rows: readonly ActivityRow[], { findings }: ActivityReading): void {
  const key = (row: ActivityRow): string => `${row.account} ${row.date} ${instrumentKey(activityInstrument(row))}`;
  for (const group of grouped(rows, key).values()) {
    const left = group.filter(({ quantity }) => quantity?.isNegative() === true);
    const arrived = group.filter((row) => !left.includes(row));
    const [first] = left;
    const ratio = splitRatio(unitsOf(arrived), unitsOf(left));
    if (first === undefined || ratio === undefined) {
      for (const { line, columns } of group) findings.report("unknown-action", line, halfSplit, columns.quantity);
      continue;
    }
    const lines = [...left, ...arrived].map(({ line }) => line);
    const instrument = activityInstrument(first);
    findings.book({ ...activityFieldsOf(first), rows: lines, currency: undefined, kind: "split", instrument, ratio });
  }
}

function unitsOf(rows: readonly ActivityRow[]): Decimal {
  return rows.reduce((sum, { quantity }) => sum.plus(quantity?.abs() ?? 0), new Decimal(0));
}

const halfSplit =
  "The other half of this split is not in the file. Export a range that holds both, or enter the split by hand.";
