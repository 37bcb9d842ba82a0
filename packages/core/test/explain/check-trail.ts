import { existsSync } from "node:fs";
import type { Trail, TrailRounding, TrailSource } from "@portfolio/core/explain";
import { add, compare, divide, fromText, least, multiply, type Rational, subtract, zero } from "../oracle/rational.ts";
import type { Closes, Rates } from "../support/build.ts";

/** What the leaves of a trail must be found in. */
export interface Evidence {
  readonly transactions: readonly object[];
  readonly closes?: Closes;
  readonly rates?: Rates;
  /** Whether a holding or lot had come to this at a point: undefined when it agrees, else what is wrong. */
  readonly runningTotal?: (source: Running, value: string) => string | undefined;
}

/** Leaves that state a point in a history. */
export type Running = Extract<TrailSource, { kind: "holding" | "lot" }>;

/** What a check of a trail found. */
export interface TrailCheck {
  /** What does not follow, or is not in the data. */
  readonly faults: readonly string[];
  readonly nodes: number;
  /** How many nodes are as the ledger has them, without the steps between. */
  readonly recorded: number;
  readonly depth: number;
}

/** Recomputes every node of a trail from its inputs in exact fractions, and looks up every leaf. */
export function checkTrail(root: Trail, evidence: Evidence): TrailCheck {
  const faults: string[] = [];
  let [nodes, recorded, deepest] = [0, 0, 0];
  const byId = new Map(evidence.transactions.map((t) => [(t as { id: string }).id, t]));
  const walk = (trail: Trail, depth: number): void => {
    nodes++;
    deepest = Math.max(deepest, depth);
    if (trail.operation === "recorded") recorded++;
    const fault = faultOf(trail, byId, evidence);
    if (fault !== undefined) faults.push(`${trail.label} (${trail.code}): ${fault}`);
    for (const input of trail.inputs) walk(input, depth + 1);
  };
  walk(root, 1);
  return { faults, nodes, recorded, depth: deepest };
}

function faultOf(trail: Trail, byId: ReadonlyMap<string, object>, evidence: Evidence): string | undefined {
  if (/\?|undefined|NaN/.test(trail.label)) return "the label has a hole";
  const { operation, value, inputs, missing, rounding } = trail;
  if (value === undefined) {
    if (missing === undefined) return "neither a value nor a reason";
    if (operation === "quotient" && missing === "not-held" && inputs[1]?.value === "0") return undefined;
    const isLed = inputs.length === 0 || inputs.some((input) => input.value === undefined);
    return isLed ? undefined : "it is missing, but none of its inputs is";
  }
  if (missing !== undefined) return "a value and a reason for having none";
  if (operation === "stated" || operation === "running-total")
    return inputs.length > 0 ? "a leaf with inputs" : leafFault(trail, value, byId, evidence);
  if (operation === "recorded") return undefined;
  if (operation !== "left-out" && inputs.some((input) => input.value === undefined)) return "a value from nothing";
  if (inputs.length < (leastInputs[operation] ?? 0)) return `too few inputs for ${operation}`;
  const exact = recomputed(trail);
  return compare(exact, fromText(value)) === 0
    ? undefined
    : `${value} does not follow by ${operation} ${rounding ? "rounded" : ""}`;
}

const leastInputs: Partial<Record<Trail["operation"], number>> = {
  difference: 1,
  product: 1,
  negated: 1,
  lesser: 1,
  quotient: 2,
  "rounded-share": 3,
};

function recomputed({ operation, inputs, rounding }: Trail): Rational {
  const values = inputs.flatMap(({ value }) => (value === undefined ? [] : [fromText(value)]));
  const step = (value: Rational): Rational => rounded(value, rounding?.scale === undefined ? rounding : undefined);
  const [first, second, third] = values;
  switch (operation) {
    case "sum":
    case "left-out":
      return values.reduce((sum, value) => step(add(sum, value)), zero);
    case "difference":
      return values.slice(1).reduce((left, value) => step(subtract(left, value)), first!);
    case "product":
      return rounded(
        values.slice(1).reduce((product, value) => step(multiply(product, value)), first!),
        rounding,
      );
    case "quotient":
      return rounded(divide(first!, second!), rounding);
    case "negated":
      return subtract(zero, first!);
    case "lesser":
      return values.reduce(least);
    case "rounded-share":
      return third!.n === 0n ? zero : rounded(divide(multiply(first!, second!), third!), rounding);
    default:
      throw new Error(`no rule for ${operation}`);
  }
}

/** Rounds a fraction as a node says; its own arithmetic, not the library's. */
function rounded(value: Rational, rounding: TrailRounding | undefined): Rational {
  if (rounding === undefined) return value;
  const scale = rounding.scale ?? rounding.significantDigits! - digitsBeforePoint(value);
  const unit = 10n ** BigInt(Math.abs(scale));
  const [n, d] = scale >= 0 ? [value.n * unit, value.d] : [value.n, value.d * unit];
  const size = n < 0n ? -n : n;
  const [whole, rest] = [size / d, size % d];
  const isUp = 2n * rest > d || (2n * rest === d && (rounding.mode === "half-up" || whole % 2n === 1n));
  const result = (whole + (isUp ? 1n : 0n)) * (n < 0n ? -1n : 1n);
  return scale >= 0 ? { n: result, d: unit } : { n: result * unit, d: 1n };
}

/** Digits before the point; 0 for 0.12, -1 for 0.012. */
function digitsBeforePoint({ n, d }: Rational): number {
  const size = n < 0n ? -n : n;
  if (size === 0n) return 1;
  let digits = String(size).length - String(d).length;
  const atLeast = (count: number): boolean =>
    count >= 0 ? size >= d * 10n ** BigInt(count) : size * 10n ** BigInt(-count) >= d;
  while (atLeast(digits)) digits++;
  while (!atLeast(digits - 1)) digits--;
  return digits;
}

function leafFault(
  { source }: Trail,
  value: string,
  byId: ReadonlyMap<string, object>,
  { closes = {}, rates = {}, runningTotal }: Evidence,
): string | undefined {
  if (source === undefined) return "a leaf without a source";
  const found = (text: string | undefined): string | undefined =>
    text !== undefined && compare(fromText(text), fromText(value)) === 0 ? undefined : `${value} stands as ${text}`;
  const dated = (rows: readonly (readonly [string, string])[] | undefined, date: string): string | undefined =>
    rows?.find(([own]) => own === date)?.[1];
  switch (source.kind) {
    case "transaction": {
      const transaction = byId.get(source.id) as { tradeDate: string } | undefined;
      if (transaction?.tradeDate !== source.date) return `no transaction ${source.id} of ${source.date}`;
      return found(
        source.field
          .split(".")
          .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], transaction) as string,
      );
    }
    case "price":
      return found(dated(closes[source.instrument], source.date));
    case "rate":
      return source.path === "recorded"
        ? found((byId.get(source.transaction!) as { exchangeRate?: string }).exchangeRate)
        : found(dated(rates[`${source.from}/${source.to}`], source.date));
    case "rule": {
      if (value !== "0" && value !== "1") return "a rule that is neither 0 nor 1";
      return existsSync(new URL(`../../../../${source.method}`, import.meta.url)) ? undefined : "a rule without a page";
    }
    case "holding":
    case "lot":
      return runningTotal === undefined ? undefined : runningTotal(source, value);
  }
}
