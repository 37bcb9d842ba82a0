import { bookedSum } from "../holdings/booked-sum.ts";
import type { InstrumentGain } from "../holdings/disposals.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { BookedLine } from "../ledger/booked-line.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Decimal } from "../numbers/decimal.ts";
import { type Measured, measured, type UndefinedReason, unmeasured } from "../outcome/measured.ts";
import type { AmountPair, CashSnapshot, HoldingSnapshot, HoldingsSnapshot, TotalAmount } from "./holding-snapshot.ts";
import { totalOf, type TotalPart } from "./total-amount.ts";

/** What totals are summed from: open holdings, cash, and what was booked in the scope up to the date. */
export interface TotalsInput {
  readonly open: readonly HoldingSnapshot[];
  readonly cash: readonly Omit<CashSnapshot, "weight">[];
  readonly gains: ReadonlyMap<InstrumentId, InstrumentGain>;
  readonly ledger: Ledger;
  readonly query: LedgerQuery;
  readonly incomeLines: readonly BookedLine[];
}

/** Adds everything up; each total names what it leaves out. */
export function holdingsTotals(input: TotalsInput): HoldingsSnapshot["totals"] {
  const { open, cash, gains } = input;
  const held = (amount: (row: HoldingSnapshot) => AmountPair, lacks: (row: HoldingSnapshot) => UndefinedReason) =>
    open.map((row): TotalPart => ({
      base: amount(row).base,
      leftOut: { instrumentId: row.instrumentId, reason: lacks(row) },
    }));
  const values = held(({ marketValue }) => marketValue, firstMissing);
  const balances = cash.map(({ currency, base }): TotalPart => ({
    base,
    leftOut: { currency, reason: "missing-rate" },
  }));
  const totalValue = totalOf([...values, ...balances]);
  const unrealizedGain = totalOf(held((row) => row.unrealizedGain, firstMissing));
  const change = totalOf(held((row) => row.dayChange, lackOfChange));
  const valued = open.filter((row) => row.unrealizedGain.base !== undefined);
  return {
    totalValue,
    marketValue: totalOf(values),
    cash: totalOf(balances),
    costBasis: totalOf(held((row) => row.costBasis, lackOfCost)),
    unrealizedGain,
    realizedGain: totalOf(
      [...gains].map(([instrumentId, { base }]) => ({
        base: base?.toString(),
        leftOut: { instrumentId, reason: "missing-rate" },
      })),
    ),
    income: totalOf(incomeParts(input)),
    dayChange: change,
    dayReturn:
      totalValue.known === undefined
        ? unmeasured(reasonOf(totalValue))
        : shareOf(change, known(totalValue).minus(known(change))),
    unrealizedReturn: shareOf(
      unrealizedGain,
      valued.reduce<Decimal>((sum, row) => sum.plus(row.costBasis.base ?? 0), new Decimal(0)),
    ),
  };
}

function firstMissing({ missing }: HoldingSnapshot): UndefinedReason {
  return missing[0] ?? "missing-rate";
}

function lackOfCost({ missing }: HoldingSnapshot): UndefinedReason {
  return missing.includes("missing-cost") ? "missing-cost" : "missing-rate";
}

/** A close without one before it is a missing price as well. */
function lackOfChange({ dayReturn }: HoldingSnapshot): UndefinedReason {
  return dayReturn.reason ?? "missing-rate";
}

/** One part when every rate is known, which is the rule; else line by line, for some may be known. */
function incomeParts({ ledger, query, incomeLines }: TotalsInput): TotalPart[] {
  const whole = bookedSum(ledger, "income", query, incomeLines).base;
  if (whole !== undefined) return [{ base: whole.toString(), leftOut: { reason: "missing-rate" } }];
  return incomeLines.flatMap((line): TotalPart[] => {
    const { byCurrency, base } = bookedSum(ledger, "income", query, [line]);
    const of = line.instrument === undefined ? { currency: line.currency } : { instrumentId: line.instrument };
    return byCurrency.size === 0 ? [] : [{ base: base?.toString(), leftOut: { ...of, reason: "missing-rate" } }];
  });
}

function known(total: TotalAmount): Decimal {
  return new Decimal(total.known ?? 0);
}

function reasonOf({ leftOut }: TotalAmount): UndefinedReason {
  return leftOut[0]?.reason ?? "missing-price";
}

/** A total as a fraction of an amount; without anything known, the reason of the total. */
function shareOf(total: TotalAmount, whole: Decimal): Measured {
  if (total.known === undefined) return unmeasured(reasonOf(total));
  return whole.isZero() ? unmeasured("no-capital") : measured(known(total).div(whole).toNumber());
}
