import type { Category } from "../allocation/category-shares.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import { Decimal, type DecimalString } from "../numbers/decimal.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { amountOf } from "./exact-amount.ts";

/** The wished weight of one instrument. */
export interface InstrumentTarget {
  readonly instrument: InstrumentId;
  readonly weight: DecimalString;
}

/** The wished weight of several instruments together. */
export interface CategoryTarget {
  readonly category: Category;
  readonly weight: DecimalString;
  /** Its instruments, divided as they are held now; or each with its fraction of the category, which add up to 1. */
  readonly members: readonly InstrumentId[] | Readonly<Record<InstrumentId, DecimalString>>;
}

/**
 * Wished weights as fractions, in decimal text. With `cash` they add up to 1.
 *
 * An instrument that is held and has no target has the target 0.
 */
export interface TargetAllocation {
  readonly targets: readonly (InstrumentTarget | CategoryTarget)[];
  /** The wished weight of cash; 0 when left out. */
  readonly cash?: DecimalString;
}

/** One target as a plan uses it. */
export interface TargetLine {
  readonly kind: "instrument" | "category";
  readonly key: string;
  readonly weight: Decimal;
  /** Its instruments in alphabetical order; `share` where shares are given. */
  readonly members: readonly { readonly instrument: InstrumentId; readonly share: Decimal | undefined }[];
}

/** How far the sum of weights may be from 1. */
const tolerance = "1e-9";

/**
 * Checks a target allocation and answers its lines in the order of their names.
 *
 * @throws {PortfolioError} `invalid-weights`: weights do not add up to 1, a weight is negative or no decimal, an
 *   instrument or category has two targets, or a category has no member
 */
export function targetLines({ targets, cash = "0" }: TargetAllocation): TargetLine[] {
  const lines = targets.map(targetLine);
  demandSum([...lines.map(({ weight }) => weight), weightOf(cash, "cash")], "The target weights");
  demandUnique(lines.map(({ kind, key }) => `${kind} "${key}"`));
  demandUnique(lines.flatMap(({ members }) => members.map(({ instrument }) => `instrument "${instrument}"`)));
  return lines.toSorted((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1));
}

function targetLine(target: InstrumentTarget | CategoryTarget): TargetLine {
  if ("instrument" in target) {
    const { instrument } = target;
    const members = [{ instrument, share: undefined }];
    return { kind: "instrument", key: instrument, weight: weightOf(target.weight, instrument), members };
  }
  const { category, weight } = target;
  return { kind: "category", key: category, weight: weightOf(weight, category), members: membersOf(target) };
}

function membersOf({ category, members }: CategoryTarget): TargetLine["members"] {
  const list = isList(members)
    ? members.map((instrument) => ({ instrument, share: undefined }))
    : Object.entries(members).map(([instrument, share]) => ({ instrument, share: weightOf(share, instrument) }));
  if (list.length === 0) throw invalid(`The category "${category}" has no instrument. Name at least one.`);
  const shares = list.flatMap(({ share }) => (share === undefined ? [] : [share]));
  if (shares.length > 0) demandSum(shares, `The weights inside "${category}"`);
  return list.toSorted((a, b) => (a.instrument < b.instrument ? -1 : 1));
}

function isList(members: CategoryTarget["members"]): members is readonly InstrumentId[] {
  return Array.isArray(members);
}

function weightOf(weight: DecimalString, name: string): Decimal {
  return amountOf(weight, `The weight of "${name}"`);
}

function demandSum(weights: readonly Decimal[], what: string): void {
  const sum = exactSum(weights);
  if (exactDifference(sum, new Decimal(1)).abs().gt(tolerance))
    throw invalid(`${what} add up to ${sum}. Change them until they add up to 1.`, { sum: sum.toFixed() });
}

function demandUnique(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw invalid(`There are two targets for the ${twice}. Keep one of them.`);
}

function invalid(message: string, detail: Readonly<Record<string, unknown>> = {}): PortfolioError {
  return new PortfolioError("invalid-weights", message, detail);
}
