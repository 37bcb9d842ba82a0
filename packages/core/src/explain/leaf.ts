import { fromEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { decimalTextOf } from "../numbers/decimal-column.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { priceOn } from "../prices/price-history.ts";
import { headOf, textOf, withoutValue, withValue } from "./trail-node.ts";
import { dateOf, type Explanation, nameOf, partsOf } from "./explanation.ts";
import type { LotState } from "./lot-steps.ts";
import type { RunningFigure, Trail, TrailUnit } from "./trail.ts";
import type { TrailCode } from "./trail-label.ts";

type ColumnField = "quantity" | "unitPrice" | "grossAmount" | "feeAmount" | "taxAmount";

const columnFields: Readonly<Record<ColumnField, readonly [TrailCode, TrailUnit]>> = {
  quantity: ["quantity-stated", "quantity"],
  unitPrice: ["price-stated", "price"],
  grossAmount: ["gross-stated", "money"],
  feeAmount: ["fee-stated", "money"],
  taxAmount: ["tax-stated", "money"],
};

/** An amount of a transaction as it states it; undefined when it does not. */
export function columnField(
  x: Explanation,
  row: number,
  field: ColumnField,
  currency?: CurrencyCode,
): Trail | undefined {
  const value = decimalTextOf(x.ledger.columns[field], row);
  const [code, unit] = columnFields[field];
  return value === undefined ? undefined : statedField(x, row, field, value, code, unit, currency);
}

/** Any other field of a transaction, with the text it has there. */
export function statedField(
  x: Explanation,
  row: number,
  field: string,
  value: DecimalString,
  code: TrailCode,
  unit: TrailUnit,
  currency?: CurrencyCode,
): Trail {
  const parts = { ...partsOf(x, row), ...(currency === undefined ? {} : { currency }) };
  return {
    ...withValue(headOf(code, parts, currency, unit), "stated", [], textOf(parseFixedPoint(value))),
    source: { kind: "transaction", id: x.ledger.columns.ids[row]!, date: dateOf(x, row), field },
  };
}

/** The close that counts on a day; without a value before the first one. */
export function closeLeaf(x: Explanation, instrument: InstrumentId, day: number): Trail {
  const currency = x.ledger.currencyOf[x.ledger.columns.instruments.indexOf(instrument)];
  const name = nameOf(x, instrument);
  const close = priceOn(x.prices.get(instrument), day);
  if (close === undefined) {
    const head = headOf("close-missing", { instrument: name, date: fromEpochDay(day) }, currency, "price");
    return withoutValue(head, "stated", [], "missing-price");
  }
  const date = fromEpochDay(close.day);
  const origin = x.options.priceOriginOf?.(instrument, date);
  const head = headOf("close", { instrument: name, date }, currency, "price");
  return {
    ...withValue(head, "stated", [], textOf(close)),
    source: { kind: "price", instrument, date, ...(origin === undefined ? {} : { origin }) },
  };
}

/** A point in the history of a holding: what it had come to before a transaction. */
export function holdingLeaf(
  x: Explanation,
  of: RunningFigure,
  { account, instrument }: { readonly account: number; readonly instrument: number },
  row: number,
  value: DecimalString | undefined,
): Trail {
  const { columns } = x.ledger;
  const code = of === "quantity" ? "quantity-before" : "cost-before";
  const head = headOf(code, partsOf(x, row), currencyFor(x, of, instrument), of === "quantity" ? "quantity" : "money");
  const node =
    value === undefined
      ? withoutValue(head, "running-total", [], "missing-rate")
      : withValue(head, "running-total", [], value);
  const [accountId, instrumentId] = [columns.accounts[account]!, columns.instruments[instrument]!];
  const before = columns.ids[row]!;
  return {
    ...node,
    source: { kind: "holding", of, account: accountId, instrument: instrumentId, before, date: dateOf(x, row) },
  };
}

/** A lot as it was before a transaction, or after it. */
export function lotLeaf(
  x: Explanation,
  of: RunningFigure,
  { account, instrument }: { readonly account: number; readonly instrument: number },
  row: number,
  lot: LotState,
  at: "before" | "within" | "after" = "before",
): Trail {
  const { columns } = x.ledger;
  const acquiredOn = dateOf(x, lot.row);
  const code = of === "quantity" ? "lot-quantity-before" : at === "after" ? "lot-left" : "lot-cost-before";
  const unit = of === "quantity" ? "quantity" : "money";
  const head = headOf(code, { acquired: acquiredOn }, currencyFor(x, of, instrument), unit);
  const value = of === "quantity" ? lot.quantity : of === "costBasis" ? lot.cost : lot.base;
  const node =
    value === undefined
      ? withoutValue(head, "running-total", [], "missing-rate")
      : withValue(head, "running-total", [], value);
  return {
    ...node,
    source: {
      kind: "lot",
      of,
      account: columns.accounts[account]!,
      instrument: columns.instruments[instrument]!,
      lot: columns.ids[lot.row]!,
      acquiredOn,
      before: columns.ids[row]!,
      ...(at === "after" ? { at } : at === "within" ? { within: true } : {}),
      date: dateOf(x, row),
    },
  };
}

/** A constant that a method sets, with the page that says why. */
export function ruleLeaf(value: DecimalString, code: TrailCode, method: string, unit: TrailUnit = "ratio"): Trail {
  const source = { kind: "rule", method: `docs/methods/${method}.md` } as const;
  return { ...withValue(headOf(code, {}, undefined, unit), "stated", [], value), source };
}

function currencyFor({ ledger }: Explanation, of: RunningFigure, instrument: number): CurrencyCode | undefined {
  if (of === "quantity") return undefined;
  return of === "costBasis" ? ledger.currencyOf[instrument] : ledger.baseCurrency;
}
