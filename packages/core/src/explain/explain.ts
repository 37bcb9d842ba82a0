import type { Prices } from "../cash-flows/cash-flow.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { InstrumentLedger } from "../ledger/holding-history.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import { decimalQuotientOf, decimalSumOf } from "./derive-decimal.ts";
import { headOf } from "./trail-node.ts";
import { explainBookedSum } from "./explain-booked-sum.ts";
import { explainCash } from "./explain-cash.ts";
import { explainCost } from "./explain-cost.ts";
import { explainCurrencyGainOnCash } from "./explain-currency-gain-on-cash.ts";
import { explainCurrencyGain, explainPriceGain } from "./explain-gain-parts.ts";
import { explainMarketValue, explainUnrealizedGain } from "./explain-market-value.ts";
import { explainNetContribution } from "./explain-net-contribution.ts";
import type { ExplainOptions } from "./explain-options.ts";
import { explainQuantity } from "./explain-quantity.ts";
import { explainRealizedGain } from "./explain-realized-gain.ts";
import type { CostFigure } from "./explain-relief.ts";
import { explainTotalValue } from "./explain-total-value.ts";
import { type Explanation, explanation, nameOf } from "./explanation.ts";
import type { Figure, FigureCurrency } from "./figure.ts";
import type { Trail } from "./trail.ts";
import type { TrailCode } from "./trail-label.ts";

/**
 * The trail of a money figure: how it came about, down to transactions, closes and exchange rates.
 *
 * The value at the root is that of the ordinary function for the figure, digit for digit; each node says how it follows
 * from its inputs, and each leaf where it stands in the data. Use it to answer "where does this number come from?", not to
 * compute: the ordinary functions are faster.
 *
 * Units: as the figure; see {@link Trail}. Sign: as the figure.
 * Undefined: a price or rate is missing: the root has `missing`, and the path of nodes without a value leads to it.
 * Cost: O(transactions of the scope), in time and in nodes; a distribution or corporate action of a holding with lots adds
 * those lots. Nothing is nested by transaction: what a holding had come to is a leaf that names its place in the history.
 *
 * @throws {PortfolioError} `unknown-instrument`: the figure names an instrument that no transaction has, or that has no
 * currency; or it is in the instrument's currency and names none
 * @see docs/methods/explain.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *     { id: "sale", account: "broker", kind: "sell", tradeDate: "2026-04-01", currency: "EUR", instrument: "bakery", quantity: "4", unitPrice: "80" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * const trail = explain(ledger, new Map(), { figure: "costBasis", instrument: "bakery" });
 * trail.value; // => "300"
 * trail.inputs[0]?.inputs.map(({ label, value }) => `${label}: ${value}`);
 * // => ["Purchase of 10 at 50 on 2026-01-05: 500", "Cost that went with sale on 2026-04-01: -200"]
 */
export function explain(ledger: Ledger, prices: Prices, figure: Figure, options: ExplainOptions = {}): Trail {
  const x = explanation(ledger, prices, options);
  switch (figure.figure) {
    case "quantity":
      return explainQuantity(x, instrumentOf(ledger, figure.instrument), figure);
    case "costBasis":
      return explainEach(x, figure, explainCost, "cost-basis-of-all");
    case "unitCost": {
      const instrument = instrumentOf(ledger, figure.instrument);
      const cost = explainCost(x, instrument, figure, "costBasis");
      const quantity = explainQuantity(x, instrument, figure);
      const parts = { instrument: nameOf(x, figure.instrument) };
      return decimalQuotientOf(headOf("unit-cost", parts, cost.currency, "price"), cost, quantity);
    }
    case "marketValue":
      return explainEach(
        x,
        figure,
        (each, instrument, query, of) => explainMarketValue(each, instrument, { ...query, on: figure.on }, of),
        "market-value-of-all",
      );
    case "unrealizedGain":
      return explainEach(
        x,
        figure,
        (each, instrument, query, of) => explainUnrealizedGain(each, instrument, { ...query, on: figure.on }, of),
        "unrealized-gain-of-all",
      );
    case "realizedGain":
      if (figure.instrument !== undefined || figure.in === "native") instrumentOf(ledger, figure.instrument);
      return explainRealizedGain(x, figure, costIn(figure.in));
    case "income":
    case "fees":
    case "taxes":
      return explainBookedSum(x, figure.figure, figure, figure.currency);
    case "cashBalance":
      return explainCash(x, figure.currency, figure);
    case "netContribution":
      return explainNetContribution(x, figure);
    case "totalValue":
      return explainTotalValue(x, figure);
    case "priceGain":
      return explainPriceGain(x, instrumentOf(ledger, figure.instrument), figure);
    case "currencyGain":
      return explainCurrencyGain(x, instrumentOf(ledger, figure.instrument), figure);
    case "currencyGainOnCash":
      return explainCurrencyGainOnCash(x, figure);
  }
}

/** A figure of holdings: of one instrument, or the sum of those of all that were ever held in the scope. */
function explainEach(
  x: Explanation,
  query: LedgerQuery & { readonly in?: FigureCurrency },
  explainOne: typeof explainCost,
  ofAll: TrailCode,
): Trail {
  const { ledger } = x;
  if (query.instrument !== undefined || query.in === "native")
    return explainOne(x, instrumentOf(ledger, query.instrument), query, costIn(query.in));
  const inputs = holdingsOn(ledger, query).map(({ instrument }) =>
    explainOne(x, instrumentOf(ledger, instrument), query, "baseCostBasis"),
  );
  return decimalSumOf(headOf(ofAll, {}, ledger.baseCurrency), inputs);
}

function costIn(currency: FigureCurrency = "base"): CostFigure {
  return currency === "native" ? "costBasis" : "baseCostBasis";
}

function instrumentOf({ columns, instruments }: Ledger, id: InstrumentId | undefined): InstrumentLedger {
  const instrument = id === undefined ? undefined : instruments[columns.instruments.indexOf(id)];
  if (instrument !== undefined) return instrument;
  throw new PortfolioError(
    "unknown-instrument",
    `"${id ?? ""}" is no instrument of this ledger. Name one that a transaction has and whose currency is known.`,
    { instrument: id ?? null },
  );
}
