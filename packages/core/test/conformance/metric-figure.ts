import type { Measured } from "@portfolio/core";
import type { Answer } from "./case-format.ts";

/** What a figure of a metric case is asked with: arguments that name a series or give a constant. */
export interface MetricQuestion {
  readonly args: Readonly<Record<string, unknown>>;
  /** The values of the series an argument names; none when the argument is absent. */
  readonly series: (name: unknown) => Float64Array;
  /** The dates of the series an argument names. */
  readonly dates: (name: unknown) => readonly string[];
  /** A number, or the values of the series, an argument gives. */
  readonly numberOrSeries: (given: unknown) => number | Float64Array;
}

/** One figure of FORMAT section 5, through the public API. */
export type MetricFigure = (question: MetricQuestion) => Answer;

/** A figure that may be undefined, as the answer to a case. */
export function ratio(measure: Measured): Answer {
  return measure.value === undefined
    ? { kind: "undefined", reason: measure.reason }
    : { kind: "value", value: String(measure.value) };
}

/** A series as the answer to a case; nothing is defined for no values, or where one is not known. */
export function list(values: Float64Array): Answer {
  if (values.length === 0) return { kind: "undefined", reason: "too-few-observations" };
  if (values.some(Number.isNaN)) return { kind: "undefined", reason: "missing-price" };
  return { kind: "value", value: [...values].map(String) };
}
