import { type Measured, toEpochDay } from "@portfolio/core";
import { type DayCount, modifiedDietzReturn, moneyWeightedReturn } from "@portfolio/core/measures";
import type { Answer, ConformanceCase } from "./case-format.ts";

/** FORMAT section 6. */
export interface CashFlowsCase extends ConformanceCase {
  readonly flows?: readonly (readonly [string, string])[];
  readonly periodicFlows?: readonly string[];
  readonly period?: {
    readonly start: string;
    readonly end: string;
    readonly startValue: string;
    readonly endValue: string;
    readonly flows: readonly { date: string; amount: string; valueBefore?: string }[];
  };
}

/** Answers XIRR with its roots, and the returns of a period; npv, irr and mirr are skipped by name. */
export function cashFlowsCase(of: CashFlowsCase): (figure: string, args: Readonly<Record<string, unknown>>) => Answer {
  return (figure, args) => {
    const dated = of.flows?.map(([date, amount]) => ({ day: toEpochDay(date), amount: Number(amount) }));
    const dayCount = (args["dayCount"] ?? "ACT/365F") as DayCount;
    if (dated !== undefined && figure === "xirr") return ratio(moneyWeightedReturn(dated, dayCount).rate);
    if (dated !== undefined && figure === "xirrRoots")
      return { kind: "value", value: moneyWeightedReturn(dated, dayCount).roots.map(String) };
    if (dated !== undefined && figure === "xirrIsUnique")
      return { kind: "value", value: moneyWeightedReturn(dated, dayCount).isUnique };
    if (of.period !== undefined && figure === "modifiedDietzReturn") return ratio(modifiedDietzOf(of.period));
    if (of.period !== undefined && figure === "moneyWeightedReturn") return ratio(moneyWeightedOf(of.period));
    return { kind: "skipped", reason: "the library does not have this figure yet" };
  };
}

type Period = NonNullable<CashFlowsCase["period"]>;

function modifiedDietzOf({ start, end, startValue, endValue, flows }: Period): Measured {
  return modifiedDietzReturn({
    startValue: Number(startValue),
    endValue: Number(endValue),
    flows: flows.map(({ date, amount }) => ({ day: toEpochDay(date), amount: Number(amount) })),
    from: toEpochDay(start),
    to: toEpochDay(end),
  });
}

function moneyWeightedOf({ start, end, startValue, endValue, flows }: Period): Measured {
  const between = flows.map(({ date, amount }) => ({ day: toEpochDay(date), amount: -Number(amount) }));
  return moneyWeightedReturn([
    { day: toEpochDay(start), amount: -Number(startValue) },
    ...between,
    { day: toEpochDay(end), amount: Number(endValue) },
  ]).rate;
}

function ratio(measure: Measured): Answer {
  return measure.value === undefined
    ? { kind: "undefined", reason: measure.reason }
    : { kind: "value", value: String(measure.value) };
}
