import { type Allocation, allocation, type AllocationRow } from "../allocation/allocation.ts";
import type { AllocationView } from "../allocation/allocation-view.ts";
import { type Classification, classificationOf } from "../allocation/classification.ts";
import { concentration } from "../allocation/concentration.ts";
import { effectiveHoldings } from "../allocation/effective-holdings.ts";
import type { AllocationRowKind } from "../allocation/part-shares.ts";
import { turnover } from "../allocation/turnover.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { Measured } from "../outcome/measured.ts";
import type { ReportQuestion } from "./report-question.ts";

/** One line of an allocation: a category, cash, what is unassigned; its value in the base currency and share of the total. */
export interface AllocationLine {
  readonly kind: AllocationRowKind;
  readonly key: string;
  readonly marketValue: DecimalString;
  readonly weight: Measured;
}

/** What a scope consists of on the last day of a range, in every view, and how concentrated and how busy it is. */
export interface AllocationFigures {
  readonly views: Readonly<Record<AllocationView, readonly AllocationLine[]>>;
  /** Whether every holding has a price and every amount a rate; what has none is in no line. */
  readonly isComplete: boolean;
  /** Sum of squared weights of instruments, cash apart. */
  readonly concentration: Measured;
  readonly effectiveHoldings: Measured;
  /** Over the range, per year. */
  readonly turnover: Measured;
}

/** The allocation of the scope of a question in every view. */
export function allocationFigures(question: ReportQuestion): AllocationFigures {
  const { ledger, prices, from, to, scope = {} } = question;
  const classifications = classificationsOf(question);
  const view = (by: AllocationView): Allocation =>
    allocation(ledger, prices, { ...scope, on: to, by, classifications });
  const linesBy = (by: AllocationView): AllocationLine[] => view(by).rows.map(lineOf);
  const byInstrument = view("instrument");
  const weights = byInstrument.rows.filter(({ kind }) => kind === "category").map(({ weight }) => weight.value ?? 0);
  return {
    views: {
      instrument: byInstrument.rows.map(lineOf),
      "asset-class": linesBy("asset-class"),
      sector: linesBy("sector"),
      country: linesBy("country"),
      currency: linesBy("currency"),
      account: linesBy("account"),
    },
    isComplete: byInstrument.isComplete,
    concentration: concentration(weights),
    effectiveHoldings: effectiveHoldings(weights),
    turnover: turnover(ledger, prices, { ...scope, from, to }),
  };
}

function classificationsOf({ instruments, classifications }: ReportQuestion): Map<InstrumentId, Classification> {
  return new Map(
    [...instruments].map(([id, instrument]) => [id, classificationOf(instrument, classifications?.get(id))]),
  );
}

function lineOf({ kind, key, marketValue, weight }: AllocationRow): AllocationLine {
  return { kind, key, marketValue: marketValue.toString(), weight };
}
