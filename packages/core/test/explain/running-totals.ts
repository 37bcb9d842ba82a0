import { type CostBasisMethod, type Ledger, type Lot, lotsOn } from "@portfolio/core";
import { explain, type Trail } from "@portfolio/core/explain";
import { add, compare, fromText, type Rational, subtract, zero } from "../oracle/rational.ts";
import { type LedgerOf, ledgerOf } from "../support/build.ts";
import type { Running } from "./check-trail.ts";

/**
 * Checks what leaves say of points in a history: a holding against the trail of its own figure, added up to that point; a
 * lot against the lots of a ledger that ends just before it.
 */
export function runningTotals(ledger: Ledger, of: LedgerOf): (source: Running, value: string) => string | undefined {
  const order = new Map(ledger.columns.ids.map((id, row) => [id as string, row]));
  const trails = new Map<string, readonly Trail[]>();
  const lots = new Map<string, readonly Lot[]>();
  const inputsOf = ({ of: figure, account, instrument }: Running): readonly Trail[] => {
    const key = `${figure} ${account} ${instrument}`;
    const known = trails.get(key);
    if (known !== undefined) return known;
    const scope = { instrument, accounts: [account] };
    const trail =
      figure === "quantity"
        ? explain(ledger, new Map(), { figure, ...scope })
        : explain(ledger, new Map(), { figure: "costBasis", in: figure === "costBasis" ? "native" : "base", ...scope });
    const inputs = trail.inputs.flatMap(({ inputs }) => inputs);
    trails.set(key, inputs);
    return inputs;
  };
  return (source, value) => {
    const exact = fromText(value);
    if (source.kind === "holding") {
      const inputs = inputsOf(source);
      const isTaken = source.at === "taken";
      const meant = inputs.filter(({ parts }) =>
        isTaken ? parts["id"] === source.before : order.get(parts["id"]!)! < order.get(source.before)!,
      );
      const sum = meant.reduce((total, input) => add(total, fromText(input.value!)), zero);
      const total = isTaken ? subtract(zero, sum) : sum;
      return compare(total, exact) === 0 ? undefined : `${value} is not what the ${source.of} had come to`;
    }
    const rows = order.get(source.before)! + (source.at === "after" ? 1 : 0);
    const key = `${rows} ${source.account} ${source.instrument}`;
    const then = lots.get(key) ?? lotsBefore(ledger, of, rows, source);
    lots.set(key, then);
    // Named twice by one transaction: no more than there was before it. What it takes is checked where it is taken.
    const isSo = (total: Rational): boolean =>
      source.within === true ? compare(exact, total) <= 0 : isNear(total, exact);
    return lotTotals(then, source).some(isSo) ? undefined : `${value} is no such lot`;
  };
}

function lotsBefore(ledger: Ledger, of: LedgerOf, rows: number, { account, instrument }: Running): readonly Lot[] {
  const ids = new Set<string>(ledger.columns.ids.slice(0, rows));
  const transactions = of.transactions.filter((t) => ids.has((t as { id: string }).id));
  return lotsOn(ledgerOf({ ...of, transactions }), { accounts: [account], instrument });
}

/** What lots of that name come to; a lot may lie in several pieces. */
function lotTotals(lots: readonly Lot[], source: Extract<Running, { kind: "lot" }>): Rational[] {
  let sum = zero;
  return lots.flatMap((lot) => {
    const figures = { quantity: lot.quantity, costBasis: lot.costBasis, baseCostBasis: lot.baseCostBasis };
    const own = fromText(figures[source.of]!.toFixed());
    sum = add(sum, own);
    return lot.transaction === source.lot ? [source.upTo === true ? sum : own] : [];
  });
}

/** A shorter ledger may keep fewer digits: far below the 18th they may differ. */
function isNear(a: Rational, b: Rational): boolean {
  const { n, d } = subtract(a, b);
  return (n < 0n ? -n : n) * 10n ** 18n <= d;
}

/** Every method. */
export const methods: readonly CostBasisMethod[] = [
  "average-cost",
  "fifo",
  "lifo",
  "highest-cost",
  "lowest-cost",
  "specific-lots",
];
