import { Decimal } from "@portfolio/core";
import type { Answer, Expectation, Tolerance } from "./case-format.ts";

/** Whether an answer meets an expectation: the rules of FORMAT section 2. */
export function meets(answer: Answer, expected: Expectation): boolean {
  if (answer.kind === "skipped" || answer.kind === "failed") return false;
  if (expected.undefined !== undefined) return answer.kind === "undefined";
  if (answer.kind === "undefined") return false;
  const candidates = expected.anyOf ?? [expected.value];
  return candidates.some((candidate) => equal(answer.value, candidate, expected.tolerance ?? {}));
}

function equal(got: unknown, wanted: unknown, tolerance: Tolerance): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(got) && got.length === wanted.length && wanted.every((item, i) => equal(got[i], item, tolerance))
    );
  if (typeof wanted === "boolean" || wanted === null) return got === wanted;
  if (typeof wanted === "object") {
    return Object.entries(wanted as object).every(([field, value]) =>
      equal((got as Record<string, unknown>)[field], value, tolerance),
    );
  }
  if (typeof wanted === "string" && !isNumber(wanted)) return got === wanted;
  return isNumber(String(got)) && near(new Decimal(String(got)), new Decimal(wanted as string), tolerance);
}

function near(got: Decimal, wanted: Decimal, { exact, absolute, relative }: Tolerance): boolean {
  if (exact === true)
    return got.toDecimalPlaces(18, Decimal.ROUND_HALF_EVEN).eq(wanted.toDecimalPlaces(18, Decimal.ROUND_HALF_EVEN));
  const off = got.minus(wanted).abs();
  if (absolute !== undefined && off.lte(new Decimal(absolute))) return true;
  return relative !== undefined && off.lte(wanted.abs().times(new Decimal(relative)));
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
}
