import { fromEpochDay } from "../calendar/plain-date.ts";
import { type Disposal, disposalsOf } from "../holdings/disposals.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Decimal } from "../numbers/decimal.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import type { GainDisposal, GainMatch, TaxGains } from "./tax-gains.ts";
import { type SoldPart, soldParts } from "./sold-parts.ts";

/**
 * Gains by the cost-basis method of each account, as the ledger computes them: for countries without a rule here, and to
 * compare a rule with the ledger.
 *
 * In the ledger's base currency, each leg at its own date. `matches` are the lots that were sold, or the pool of average
 * cost; none for capital paid back above the cost and for the cash part of a merger.
 *
 * Shape: one answer for each instrument with a holding in the scope. A disposal without a rate is left out with the
 * issue `missing-rate`; `cost` counts holdings whose rates are known.
 * Sign: a loss is a negative gain.
 * Cost: O(transactions), the ledger is replayed once.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the query is none
 * @see docs/methods/tax.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "a", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *     { id: "b", account: "broker", kind: "buy", tradeDate: "2026-02-02", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "60" },
 *     { id: "c", account: "broker", kind: "sell", tradeDate: "2026-04-01", currency: "EUR", instrument: "bakery", quantity: "15", unitPrice: "80" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 *   method: "fifo",
 * });
 * ownMethodGains(ledger)[0]?.disposals[0]?.matches.map(({ acquired, quantity, gain }) => `${quantity} of ${acquired}: ${gain}`);
 * // => ["10 of 2026-01-05: 300", "5 of 2026-02-02: 100"]
 */
export function ownMethodGains(ledger: Ledger, query: LedgerQuery = {}): TaxGains[] {
  const parts = soldParts(ledger);
  const byInstrument = new Map<InstrumentId, { disposals: GainDisposal[]; issues: Issue[] }>();
  for (const disposal of disposalsOf(ledger, query)) {
    const known = byInstrument.get(disposal.instrument) ?? { disposals: [], issues: [] };
    byInstrument.set(disposal.instrument, known);
    const gain = gainOf(disposal, parts.get(disposal.transaction) ?? []);
    if (gain === undefined) known.issues.push(missingRate(disposal));
    else known.disposals.push(gain);
  }
  return holdingsOn(ledger, query).map(({ instrument, quantity, baseCostBasis }) => {
    const { disposals = [], issues = [] } = byInstrument.get(instrument) ?? {};
    disposals.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    return { rule: "own-method", instrument, disposals, quantity, cost: baseCostBasis ?? new Decimal(0), issues };
  });
}

function gainOf(disposal: Disposal, parts: readonly SoldPart[]): GainDisposal | undefined {
  const { baseProceeds, baseCost, transaction, account, instrument, date, quantity } = disposal;
  if (baseProceeds === undefined || baseCost === undefined) return undefined;
  const gain = exactDifference(baseProceeds, baseCost);
  return {
    instrument,
    transactions: [transaction],
    accounts: [account],
    date,
    quantity,
    proceeds: baseProceeds,
    cost: baseCost,
    gain,
    deniedLoss: new Decimal(0),
    recognizedGain: gain,
    matches: quantity.isPositive() && !quantity.isZero() ? matchesOf(parts, baseProceeds, baseCost, quantity) : [],
  };
}

/** Each lot with its share of the proceeds by quantity; the last one takes the remainder of proceeds and cost. */
function matchesOf(parts: readonly SoldPart[], proceeds: Decimal, cost: Decimal, quantity: Decimal): GainMatch[] {
  let before = new Decimal(0);
  let [given, spent] = [new Decimal(0), new Decimal(0)];
  return parts.map((part, at) => {
    const isLast = at === parts.length - 1;
    before = exactSum([before, part.quantity]);
    const upToHere = isLast ? proceeds : proceeds.times(before).div(quantity).toDecimalPlaces(24);
    const own = exactDifference(upToHere, given);
    const ownCost = isLast || part.cost === undefined ? exactDifference(cost, spent) : part.cost;
    given = upToHere;
    spent = exactSum([spent, ownCost]);
    return matchOf(part, own, ownCost);
  });
}

function matchOf({ rule, transaction, acquired, quantity }: SoldPart, proceeds: Decimal, cost: Decimal): GainMatch {
  const day = acquired === undefined ? undefined : fromEpochDay(acquired);
  return {
    rule,
    transactions: transaction === undefined ? [] : [transaction],
    acquired: day,
    heldSince: day,
    quantity,
    cost,
    proceeds,
    gain: exactDifference(proceeds, cost),
    deniedLoss: new Decimal(0),
    holdingPeriod: undefined,
    replacements: [],
  };
}

function missingRate({ transaction, instrument, account, date }: Disposal): Issue {
  return issue(
    "missing-rate",
    "A rate of this disposal or of what was sold is not known, so the gain report leaves it out. Add the rate.",
    { transactionId: transaction, instrumentId: instrument, accountId: account },
    date,
  );
}
