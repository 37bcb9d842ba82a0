import { type Measured, toEpochDay } from "@portfolio/core";
import {
  type DatedFlow,
  type DayCount,
  irr,
  mirr,
  modifiedDietzReturn,
  moneyWeightedReturn,
  npv,
  type RateResult,
  timeWeightedReturnBetweenFlows,
  type ValuedPeriod,
  xirr,
  xnpv,
} from "@portfolio/core/measures";
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

type Args = Readonly<Record<string, unknown>>;

/** Answers the figures of dated flows, of amounts one period apart, and of a period. */
export function cashFlowsCase(of: CashFlowsCase): (figure: string, args: Args) => Answer {
  const figures: Readonly<Record<string, (args: Args) => Answer>> = {
    ...(of.flows &&
      datedFigures(of.flows.map(([date, amount]) => ({ day: toEpochDay(date), amount: Number(amount) })))),
    ...(of.periodicFlows && periodicFigures(of.periodicFlows.map(Number))),
    ...(of.period && periodFigures(of.period)),
  };
  return (figure, args) =>
    figures[figure]?.(args) ?? { kind: "skipped", reason: "the library does not have this figure yet" };
}

function datedFigures(flows: readonly DatedFlow[]): Record<string, (args: Args) => Answer> {
  return {
    ...rateFigures("xirr", (args) => xirr(flows, (args["dayCount"] ?? "ACT/365F") as DayCount)),
    xnpv: (args) => ratio(xnpv(flows, Number(args["rate"]), (args["dayCount"] ?? "ACT/365F") as DayCount)),
  };
}

function periodicFigures(amounts: readonly number[]): Record<string, (args: Args) => Answer> {
  return {
    ...rateFigures("irr", () => irr(amounts)),
    npv: (args) => ratio(npv(amounts, Number(args["rate"]), Number(args["firstFlowAt"]) as 0 | 1)),
    mirr: (args) =>
      ratio(mirr(amounts, { financeRate: Number(args["financeRate"]), reinvestRate: Number(args["reinvestRate"]) })),
  };
}

function rateFigures(name: string, solve: (args: Args) => RateResult): Record<string, (args: Args) => Answer> {
  return {
    [name]: (args) => ratio(solve(args).rate),
    [`${name}Roots`]: (args) => ({ kind: "value", value: solve(args).roots.map(String) }),
    [`${name}IsUnique`]: (args) => ({ kind: "value", value: solve(args).isUnique }),
  };
}

function periodFigures(of: NonNullable<CashFlowsCase["period"]>): Record<string, (args: Args) => Answer> {
  const flows = of.flows.map(({ date, amount, valueBefore }) => ({
    day: toEpochDay(date),
    amount: Number(amount),
    valueBefore: Number(valueBefore ?? Number.NaN),
  }));
  const period: ValuedPeriod = {
    startValue: Number(of.startValue),
    endValue: Number(of.endValue),
    flows,
    from: toEpochDay(of.start),
    to: toEpochDay(of.end),
  };
  return {
    timeWeightedReturn: () => ratio(timeWeightedReturnBetweenFlows({ ...period, flows })),
    modifiedDietzReturn: () => ratio(modifiedDietzReturn(period)),
    moneyWeightedReturn: () => ratio(moneyWeightedReturn(period).rate),
  };
}

function ratio(measure: Measured): Answer {
  return measure.value === undefined
    ? { kind: "undefined", reason: measure.reason }
    : { kind: "value", value: String(measure.value) };
}
