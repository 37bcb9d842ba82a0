import {
  add,
  compare,
  divide,
  fromText,
  least,
  multiply,
  type Rational,
  roundedTo,
  subtract,
  zero,
} from "./rational.ts";

/** A transaction of the random ledgers, as text. */
export type PlainTransaction = Readonly<Record<string, unknown>>;

/** An acquisition, or what is left of it. */
interface RationalLot {
  readonly id: string;
  readonly date: string;
  readonly order: number;
  quantity: Rational;
  cost: Rational;
  base: Rational;
}

/** What the oracle says of one instrument, over all accounts. */
export interface RationalFigures {
  quantity: Rational;
  cost: Rational;
  base: Rational;
  gain: Rational;
  baseGain: Rational;
}

/** What the oracle is asked: the method, and base currency for one unit of each instrument's currency on a date. */
export interface OracleQuestion {
  readonly method: string;
  readonly rateOn: (instrument: string, date: string) => Rational;
}

const steps: Readonly<Record<string, number>> = {
  split: 1,
  buy: 3,
  "transfer-out": 4,
  "return-of-capital": 5,
  sell: 6,
};

/**
 * The ledger as its definition reads, in fractions, without a thought for speed: written apart from the library, to be
 * compared with it. Knows purchases, sales, splits, transfer pairs and returns of capital.
 */
export function rationalLedger(
  transactions: readonly PlainTransaction[],
  { method, rateOn }: OracleQuestion,
): Map<string, RationalFigures> {
  const holdings = new Map<string, RationalLot[]>();
  const figures = new Map<string, RationalFigures>();
  const seenSplits = new Map<string, string>();
  const lotsOf = (account: unknown, instrument: unknown): RationalLot[] => {
    const key = `${String(account)} ${String(instrument)}`;
    const lots = holdings.get(key) ?? [];
    holdings.set(key, lots);
    return lots;
  };
  const figuresOf = (instrument: string): RationalFigures => {
    const known = figures.get(instrument) ?? { quantity: zero, cost: zero, base: zero, gain: zero, baseGain: zero };
    figures.set(instrument, known);
    return known;
  };
  const ordered = transactions
    .map((transaction, order) => ({ transaction, order }))
    .filter(({ transaction }) => steps[transaction["kind"] as string] !== undefined)
    .sort((a, b) => {
      const [dateA, dateB] = [a.transaction["tradeDate"] as string, b.transaction["tradeDate"] as string];
      if (dateA !== dateB) return dateA < dateB ? -1 : 1;
      return steps[a.transaction["kind"] as string]! - steps[b.transaction["kind"] as string]! || a.order - b.order;
    });
  ordered.forEach(({ transaction: t }, order) => {
    const instrument = t["instrument"] as string;
    const date = t["tradeDate"] as string;
    const lots = lotsOf(t["account"], instrument);
    const rate = rateOn(instrument, date);
    const sum = figuresOf(instrument);
    const quantity = t["quantity"] === undefined ? zero : fromText(t["quantity"] as string);
    const gross =
      t["grossAmount"] === undefined
        ? multiply(quantity, fromText((t["unitPrice"] as string | undefined) ?? "0"))
        : fromText(t["grossAmount"] as string);
    const fee = fromText((t["feeAmount"] as string | undefined) ?? "0");
    const realize = (proceeds: Rational, baseProceeds: Rational, taken: readonly RationalLot[]): void => {
      sum.gain = add(sum.gain, proceeds);
      sum.baseGain = add(sum.baseGain, baseProceeds);
      for (const part of taken) {
        sum.gain = subtract(sum.gain, part.cost);
        sum.baseGain = subtract(sum.baseGain, part.base);
      }
    };
    switch (t["kind"]) {
      case "buy": {
        const cost = add(gross, fee);
        put(lots, { id: t["id"] as string, date, order, quantity, cost, base: multiply(cost, rate) }, method);
        return;
      }
      case "sell": {
        const taken = take(lots, quantity, method, t["lots"] as Choice[] | undefined);
        if (taken === undefined) return;
        const proceeds = subtract(gross, fee);
        realize(proceeds, multiply(proceeds, rate), taken);
        return;
      }
      case "transfer-out": {
        const other = transactions.find(
          ({ kind, transferId }) => kind === "transfer-in" && transferId === t["transferId"],
        )!;
        const taken = take(lots, quantity, method, t["lots"] as Choice[] | undefined);
        for (const part of taken ?? []) put(lotsOf(other["account"], instrument), part, method);
        return;
      }
      case "split": {
        const { numerator, denominator } = t["ratio"] as { numerator: string; denominator: string };
        const ratio = divide(fromText(numerator), fromText(denominator));
        const event = `${date} ${ratio.n}/${ratio.d}`;
        if (seenSplits.get(instrument) === event) return;
        seenSplits.set(instrument, event);
        for (const [key, each] of holdings) if (key.endsWith(` ${instrument}`)) split(each, ratio);
        return;
      }
      default: {
        // A return of capital: each lot gives its share of it by quantity, and no lot falls below 0.
        const held = total(lots);
        if (held.n === 0n) return realize(gross, multiply(gross, rate), []);
        for (const lot of lots) {
          const share = divide(multiply(gross, lot.quantity), held);
          const baseShare = multiply(share, rate);
          const [lowered, baseLowered] = [least(share, lot.cost), least(baseShare, lot.base)];
          lot.cost = subtract(lot.cost, lowered);
          lot.base = subtract(lot.base, baseLowered);
          realize(subtract(share, lowered), subtract(baseShare, baseLowered), []);
        }
      }
    }
  });
  for (const [key, lots] of holdings) {
    const sum = figuresOf(key.slice(key.indexOf(" ") + 1));
    for (const lot of lots) {
      sum.quantity = add(sum.quantity, lot.quantity);
      sum.cost = add(sum.cost, lot.cost);
      sum.base = add(sum.base, lot.base);
    }
  }
  return figures;
}

interface Choice {
  readonly transaction: string;
  readonly quantity: string;
}

function total(lots: readonly RationalLot[]): Rational {
  return lots.reduce((sum, { quantity }) => add(sum, quantity), zero);
}

/** Average cost is one lot into which everything flows. */
function put(lots: RationalLot[], lot: RationalLot, method: string): void {
  const [pool] = lots;
  if (method === "average-cost" && pool !== undefined) {
    pool.quantity = add(pool.quantity, lot.quantity);
    pool.cost = add(pool.cost, lot.cost);
    pool.base = add(pool.base, lot.base);
    return;
  }
  lots.push({ ...lot });
  lots.sort((a, b) => (a.date === b.date ? a.order - b.order : a.date < b.date ? -1 : 1));
}

function take(
  lots: RationalLot[],
  quantity: Rational,
  method: string,
  choices: readonly Choice[] = [],
): RationalLot[] | undefined {
  if (compare(quantity, total(lots)) > 0) return undefined;
  const taken: RationalLot[] = [];
  let left = quantity;
  const takeFrom = (lot: RationalLot, most: Rational): void => {
    const part = least(least(lot.quantity, most), left);
    if (part.n === 0n) return;
    const share = divide(part, lot.quantity);
    const out = { ...lot, quantity: part, cost: multiply(lot.cost, share), base: multiply(lot.base, share) };
    lot.quantity = subtract(lot.quantity, part);
    lot.cost = subtract(lot.cost, out.cost);
    lot.base = subtract(lot.base, out.base);
    left = subtract(left, part);
    taken.push(out);
  };
  if (method === "specific-lots") {
    for (const choice of choices) {
      let most = fromText(choice.quantity);
      for (const lot of lots.filter(({ id }) => id === choice.transaction)) {
        const before = left;
        takeFrom(lot, most);
        most = subtract(most, subtract(before, left));
      }
    }
  }
  const unitCost = (lot: RationalLot): Rational => divide(lot.cost, lot.quantity);
  while (left.n > 0n) {
    const open = lots.filter((lot) => lot.quantity.n > 0n);
    const next = open.reduce((best, lot) => {
      if (method === "lifo") return lot;
      if (method === "highest-cost") return compare(unitCost(lot), unitCost(best)) > 0 ? lot : best;
      if (method === "lowest-cost") return compare(unitCost(lot), unitCost(best)) < 0 ? lot : best;
      return best;
    });
    takeFrom(next, left);
  }
  lots.splice(0, lots.length, ...lots.filter((lot) => lot.quantity.n > 0n));
  return taken;
}

/** Quantities have 24 decimals at most: the running sum is rounded, so that lots and holding agree. */
function split(lots: RationalLot[], ratio: Rational): void {
  let before = zero;
  let after = zero;
  for (const lot of lots) {
    before = add(before, lot.quantity);
    const upToHere = roundedTo(multiply(before, ratio), 24);
    lot.quantity = subtract(upToHere, after);
    after = upToHere;
  }
}
