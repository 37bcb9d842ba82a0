import type { InstrumentId } from "../instrument/instrument.ts";
import { affectedFigures, type AffectedFigure } from "../issues/affected-figures.ts";
import { type IssuePlaces, issuePlaces } from "../issues/issue-places.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Issue } from "../outcome/issue.ts";
import type { HoldingSnapshot, IncompleteFigure, IncompleteReason } from "./holding-snapshot.ts";

/** What issues leave incomplete: row by row, currency by currency, and in the totals. */
export interface IncompleteFigures {
  readonly byInstrument: ReadonlyMap<InstrumentId, readonly IncompleteFigure[]>;
  readonly byCurrency: ReadonlyMap<CurrencyCode, readonly IncompleteReason[]>;
  readonly totals: ReadonlyMap<AffectedFigure, readonly IncompleteReason[]>;
}

/** The figures of one row that issues may touch; those with an amount by its name. */
const ofRows = [
  "quantity",
  "costBasis",
  "marketValue",
  "unrealizedGain",
  "realizedGain",
  "income",
  "totalGain",
  "dayChange",
] as const;
type RowFigure = (typeof ofRows)[number];

/** What is 0 for certain once nothing is held, unless a transaction was left out. */
const ofHeld = new Set<AffectedFigure>(["costBasis", "marketValue", "unrealizedGain", "dayChange"]);

/**
 * Says of each figure which issues leave it incomplete; a figure no issue touches is in none of the lists.
 *
 * A total lacks what its rows lack. Cost: O(issues + rows), and one walk over all transactions when there are issues.
 */
export function incompleteFigures(
  ledger: Ledger,
  issues: readonly Issue[],
  rows: readonly HoldingSnapshot[],
  soldOf: ReadonlySet<InstrumentId>,
): IncompleteFigures {
  const byInstrument = new Map<InstrumentId, IncompleteFigure[]>();
  const byCurrency = new Map<CurrencyCode, IncompleteReason[]>();
  const totals = new Map<AffectedFigure, IncompleteReason[]>();
  const rowOf = new Map(rows.map((row) => [row.instrumentId, row]));
  for (const places of issuePlaces(ledger, issues)) {
    const { issue, instruments, currencies, kind } = places;
    const { code, source, date } = issue;
    const reason: IncompleteReason = { issue: code, source, ...(date === undefined ? {} : { date }) };
    const figures = new Set(affectedFigures(code, kind));
    const touched = new Set<AffectedFigure>();
    for (const row of rowsTouched(places, rowOf, rows)) {
      const lacking = ofRows.filter((figure) => figures.has(figure) && isTouched(row, figure, places, soldOf));
      for (const figure of lacking) {
        push(byInstrument, row.instrumentId, { figure, ...reason });
        touched.add(figure);
      }
    }
    // An instrument without a row, because it does not exist or was never held, is missing from the totals all the same.
    if (instruments.length > 0 && !instruments.some((id) => rowOf.has(id)))
      for (const figure of ofRows) if (figures.has(figure)) touched.add(figure);
    if (instruments.length === 0 && figures.has("income")) touched.add("income");
    if (figures.has("cash") && currencies.length > 0) {
      for (const currency of currencies) push(byCurrency, currency, reason);
      touched.add("cash");
    }
    if (touched.has("marketValue") || touched.has("cash")) touched.add("totalValue");
    for (const figure of touched) push(totals, figure, reason);
  }
  return { byInstrument, byCurrency, totals };
}

/** The rows of the instruments an issue names; a missing rate concerns all of its currency. */
function rowsTouched(
  { issue, instruments, currencies, kind }: IssuePlaces,
  rowOf: ReadonlyMap<InstrumentId, HoldingSnapshot>,
  rows: readonly HoldingSnapshot[],
): readonly HoldingSnapshot[] {
  if (issue.code === "missing-rate" && kind === undefined)
    return rows.filter(({ currency }) => currencies.includes(currency));
  return instruments.flatMap((id) => rowOf.get(id) ?? []);
}

/** Of what an issue may leave incomplete, what it does in this row, as far as the row tells. */
function isTouched(
  row: HoldingSnapshot,
  figure: RowFigure,
  { issue: { code }, kind }: IssuePlaces,
  soldOf: ReadonlySet<InstrumentId>,
): boolean {
  const isAbsent = figure !== "quantity" && row[figure].base === undefined;
  // Without a rate, or a price for what is held, the amount itself is not there.
  if (code === "missing-rate" || (code === "missing-price" && kind === undefined)) return isAbsent;
  const isClosed = row.quantity === "0";
  const isSold = soldOf.has(row.instrumentId);
  if (code === "missing-cost" || code === "ambiguous-lots" || code === "missing-price") {
    if (figure === "realizedGain") return isSold;
    if (figure === "totalGain" && isClosed) return isSold;
    if (isClosed && ofHeld.has(figure)) return false;
    // Units without a cost may be gone again; a spin-off without a proportion shared nothing.
    return code !== "missing-cost" || kind === "spin-off" || isAbsent || (figure === "totalGain" && isSold);
  }
  return true;
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
