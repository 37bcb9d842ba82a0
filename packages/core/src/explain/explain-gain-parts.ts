import { toEpochDay } from "../calendar/plain-date.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { InstrumentLedger } from "../ledger/holding-history.ts";
import { sumOf } from "./derive.ts";
import { decimalDifferenceOf, decimalProductOf, decimalQuotientOf, decimalSumOf } from "./derive-decimal.ts";
import { headOf } from "./trail-node.ts";
import { gainParts } from "../valuation/gain-parts.ts";
import { explainBookedSum } from "./explain-booked-sum.ts";
import { explainUnrealizedGain, type OnDate } from "./explain-market-value.ts";
import { explainRate } from "./explain-rate.ts";
import { type DisposalAt, disposalsIn, explainDisposal, explainProceeds } from "./explain-realized-gain.ts";
import { type Explanation, nameOf, partsOf } from "./explanation.ts";
import type { Trail } from "./trail.ts";

/** What a part of a gain is asked of. */
export interface GainQuery extends OnDate {
  readonly instrument: string;
}

/** The gain in the instrument's own currency, each at the rate of the sale, or of the date for what is held. */
export function explainPriceGain(x: Explanation, instrument: InstrumentLedger, query: GainQuery): Trail {
  const trail = partOfGain(x, instrument, query, "price");
  return knownTogether(x, instrument, query, trail);
}

/** The whole gain without income, less the price gain: what exchange rates did to the cost. */
export function explainCurrencyGain(x: Explanation, instrument: InstrumentLedger, query: GainQuery): Trail {
  const head = headOf("currency-gain", { instrument: nameOf(x, query.instrument) }, x.ledger.baseCurrency);
  const parts = [partOfGain(x, instrument, query, "total"), partOfGain(x, instrument, query, "price")];
  return knownTogether(x, instrument, query, decimalDifferenceOf(head, parts));
}

/** The parts of a gain are known together or not at all: the trail of the part that is not says why. */
function knownTogether(x: Explanation, instrument: InstrumentLedger, query: GainQuery, trail: Trail): Trail {
  if (trail.value === undefined || gainParts(x.ledger, x.prices, query) !== undefined) return trail;
  const others = [explainBookedSum(x, "income", query, undefined), partOfGain(x, instrument, query, "total")];
  const unknown = others.find(({ missing }) => missing !== undefined)!;
  const { value: _, rounding: __, ...rest } = trail;
  return { ...rest, inputs: [...trail.inputs, unknown], missing: unknown.missing! };
}

function partOfGain(x: Explanation, instrument: InstrumentLedger, query: GainQuery, part: "price" | "total"): Trail {
  const { after, ...scope } = query;
  const base = x.ledger.baseCurrency;
  const name = nameOf(x, query.instrument);
  const realized = realizedPart(x, instrument, query, part);
  const end = heldPart(x, instrument, scope, part);
  const both = decimalSumOf(headOf("realized-and-held", {}, base), [realized, end]);
  const start = after === undefined ? zero(base) : heldPart(x, instrument, { ...scope, on: after }, part);
  const code = part === "price" ? "price-gain" : "gain-without-income";
  return decimalDifferenceOf(headOf(code, { instrument: name }, base), [both, start]);
}

function realizedPart(
  x: Explanation,
  instrument: InstrumentLedger,
  query: LedgerQuery,
  part: "price" | "total",
): Trail {
  const base = x.ledger.baseCurrency;
  const disposals = disposalsIn(x, instrument, query);
  if (part === "total") {
    const gains = disposals.map((disposal) => explainDisposal(x, disposal, "baseCostBasis"));
    return decimalSumOf(headOf("realized-total-gain", {}, base), gains);
  }
  const gains = disposals.map((disposal) => priceGainOf(x, disposal));
  return decimalSumOf(headOf("realized-price-gain", {}, base), gains);
}

/** The gain of a disposal at the rate at which its proceeds were converted. */
function priceGainOf(x: Explanation, disposal: DisposalAt): Trail {
  const { history, position } = disposal;
  const { baseCurrency: base, currencyOf } = x.ledger;
  const entry = history.disposals.entries[position]!;
  const parts = partsOf(x, history.rows[entry]!);
  const gain = explainDisposal(x, disposal, "costBasis");
  const proceeds = explainProceeds(x, disposal, "costBasis");
  const head = headOf("disposal-price-gain", parts, base);
  if (proceeds.value === "0") {
    const rate = explainRate(x, currencyOf[history.instrument]!, base, history.days[entry]!);
    return decimalProductOf(head, rate === undefined ? [gain] : [gain, rate]);
  }
  const rateHead = headOf("rate-of-sale", parts, base, "rate");
  const inBase = explainProceeds(x, disposal, "baseCostBasis");
  return decimalProductOf(head, [gain, decimalQuotientOf(rateHead, inBase, proceeds)]);
}

/** The gain of what is held on a date. */
function heldPart(x: Explanation, instrument: InstrumentLedger, query: OnDate, part: "price" | "total"): Trail {
  const { baseCurrency: base, currencyOf } = x.ledger;
  const [holding] = holdingsOn(x.ledger, query);
  if (holding === undefined || holding.quantity.isZero()) return zero(base);
  if (part === "total") return explainUnrealizedGain(x, instrument, query, "baseCostBasis");
  const gain = explainUnrealizedGain(x, instrument, query, "costBasis");
  const rate = explainRate(x, currencyOf[instrument.instrument]!, base, toEpochDay(query.on));
  const head = headOf("unrealized-price-gain", { date: query.on }, base);
  return decimalProductOf(head, rate === undefined ? [gain] : [gain, rate]);
}

function zero(currency: string): Trail {
  return sumOf(headOf("nothing", {}, currency), []);
}
