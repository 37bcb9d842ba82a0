import { toEpochDay } from "../calendar/plain-date.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { InstrumentLedger } from "../ledger/holding-history.ts";
import { decimalDifferenceOf, decimalProductOf } from "./derive-decimal.ts";
import { headOf } from "./trail-node.ts";
import { explainCost } from "./explain-cost.ts";
import { explainQuantity } from "./explain-quantity.ts";
import { explainRate } from "./explain-rate.ts";
import { type CostFigure, costCurrency } from "./explain-relief.ts";
import { type Explanation, nameOf } from "./explanation.ts";
import { closeLeaf } from "./leaf.ts";
import type { Trail } from "./trail.ts";

/** A question about a date. */
export interface OnDate extends LedgerQuery {
  readonly on: string;
}

/** Units x close, in the base currency x rate; nothing held is worth 0 without a price. */
export function explainMarketValue(x: Explanation, instrument: InstrumentLedger, query: OnDate, of: CostFigure): Trail {
  const { columns, currencyOf, baseCurrency } = x.ledger;
  const id = columns.instruments[instrument.instrument]!;
  const currency = currencyOf[instrument.instrument]!;
  const parts = { instrument: nameOf(x, id), date: query.on };
  const quantity = explainQuantity(x, instrument, query);
  const head = headOf("market-value", parts, currency);
  const [holding] = holdingsOn(x.ledger, { ...query, instrument: id });
  if (holding === undefined || holding.quantity.isZero()) {
    return decimalProductOf(headOf("market-value", parts, costCurrency(x, of, instrument.instrument)), [quantity]);
  }
  const day = toEpochDay(query.on);
  const native = decimalProductOf(head, [quantity, closeLeaf(x, id, day)]);
  const rate = of === "costBasis" ? undefined : explainRate(x, currency, baseCurrency, day);
  if (rate === undefined) return native;
  return decimalProductOf(headOf("value-in-base", { ...parts, base: baseCurrency }, baseCurrency), [native, rate]);
}

/** Market value less cost. */
export function explainUnrealizedGain(
  x: Explanation,
  instrument: InstrumentLedger,
  query: OnDate,
  of: CostFigure,
): Trail {
  const name = nameOf(x, x.ledger.columns.instruments[instrument.instrument]!);
  const head = headOf("unrealized-gain", { instrument: name }, costCurrency(x, of, instrument.instrument));
  return decimalDifferenceOf(head, [
    explainMarketValue(x, instrument, query, of),
    explainCost(x, instrument, query, of),
  ]);
}
