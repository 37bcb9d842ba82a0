import { type PlainDate, toEpochDay } from "../calendar/plain-date.ts";

/** How often an instrument pays. */
export type PaymentFrequency = "monthly" | "quarterly" | "semiannual" | "annual";

/** A rhythm that was found in a list of pay dates. */
export interface PaymentRhythm {
  readonly frequency: PaymentFrequency;
  readonly months: 1 | 3 | 6 | 12;
  /** Positions of the payments that follow it, ascending; one beside it is a special payment. */
  readonly regular: readonly number[];
  /** After so many days without a payment the payer has stopped. */
  readonly patienceDays: number;
}

interface Pattern {
  readonly frequency: PaymentFrequency;
  readonly months: 1 | 3 | 6 | 12;
  /** Days between two payments, and how far off one may be. */
  readonly gap: number;
  readonly slack: number;
  /** Payments that are needed to speak of a rhythm. */
  readonly least: number;
}

const patterns: readonly Pattern[] = [
  { frequency: "monthly", months: 1, gap: 30.4, slack: 11, least: 3 },
  { frequency: "quarterly", months: 3, gap: 91.3, slack: 25, least: 3 },
  { frequency: "semiannual", months: 6, gap: 182.6, slack: 40, least: 3 },
  { frequency: "annual", months: 12, gap: 365.25, slack: 60, least: 2 },
];
/** The share of all payments in its time that must follow a rhythm. */
const leastShare = 2 / 3;

/**
 * The rhythm in which payments came, read backwards from the last one, or from the one before it when the last is a
 * special one.
 *
 * Shape: pay dates ascending, each once. Undefined: fewer payments than a rhythm needs (three, for an annual one two), or
 * too many that do not follow it.
 */
export function paymentRhythm(dates: readonly PlainDate[]): PaymentRhythm | undefined {
  const days = dates.map(toEpochDay);
  const found = patterns.flatMap((pattern) => {
    const regular = better(
      days,
      pattern,
      chainFrom(days, days.length - 1, pattern),
      chainFrom(days, days.length - 2, pattern),
    );
    const inItsTime = days.length - (regular[0] ?? 0);
    return regular.length >= pattern.least && regular.length >= leastShare * inItsTime ? [{ ...pattern, regular }] : [];
  });
  const best = found.reduce<(typeof found)[number] | undefined>(
    (known, next) => (known === undefined || next.regular.length > known.regular.length ? next : known),
    undefined,
  );
  if (best === undefined) return undefined;
  const { frequency, months, regular, gap, slack } = best;
  return { frequency, months, regular, patienceDays: Math.ceil(gap + 2 * slack) };
}

/** The payments that lie one gap apart, backwards from one of them. */
function chainFrom(days: readonly number[], last: number, { gap, slack }: Pattern): number[] {
  if (last < 0) return [];
  const chain = [last];
  for (let at = last - 1; at >= 0; at--) {
    const wanted = days[chain[0]!]! - gap;
    if (days[at]! < wanted - slack) break;
    const off = Math.abs(days[at]! - wanted);
    const isCloserBefore = at > 0 && Math.abs(days[at - 1]! - wanted) < off;
    if (off <= slack && !isCloserBefore) chain.unshift(at);
  }
  return chain;
}

/** The longer of two chains; of equal ones that whose gaps come closer to the pattern. */
function better(days: readonly number[], { gap }: Pattern, a: number[], b: number[]): number[] {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return strayDays(days, a, gap) <= strayDays(days, b, gap) ? a : b;
}

function strayDays(days: readonly number[], chain: readonly number[], gap: number): number {
  return chain.slice(1).reduce((sum, at, before) => sum + Math.abs(days[at]! - days[chain[before]!]! - gap), 0);
}
