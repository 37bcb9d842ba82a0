import {
  bookedSum,
  cashBalancesOn,
  Decimal,
  externalFlows,
  holdingsOn,
  type Ledger,
  marketValueOn,
  type Prices,
  realizedGain,
  toEpochDay,
  totalValueOn,
} from "@portfolio/core";
import type { Figure } from "@portfolio/core/explain";
import { currencyGainOnCash, gainParts } from "@portfolio/core/measures";

const zero = new Decimal(0);

/** The figure as the ordinary public function gives it; undefined when it is not known. */
export function publicValue(ledger: Ledger, prices: Prices, figure: Figure): string | undefined {
  return decimalValue(ledger, prices, figure)?.toString();
}

function decimalValue(ledger: Ledger, prices: Prices, figure: Figure): Decimal | undefined {
  const holding = () => holdingsOn(ledger, figure)[0];
  const isOfAll =
    (figure.figure === "costBasis" || figure.figure === "marketValue" || figure.figure === "unrealizedGain") &&
    figure.instrument === undefined;
  if (isOfAll)
    return holdingsOn(ledger, figure).reduce<Decimal | undefined>((sum, { instrument }) => {
      const one = decimalValue(ledger, prices, { ...figure, instrument } as Figure);
      return sum && one && sum.plus(one);
    }, zero);
  switch (figure.figure) {
    case "quantity":
      return holding()?.quantity ?? zero;
    case "costBasis": {
      const held = holding();
      if (held === undefined) return zero;
      return figure.in === "native" ? held.costBasis : held.baseCostBasis;
    }
    case "unitCost":
      return holding()?.unitCost;
    case "marketValue":
    case "unrealizedGain": {
      const held = holding();
      if (held === undefined) return zero;
      const worth = marketValueOn(ledger, prices, held, figure.on);
      const [value, cost] = figure.in === "native" ? [worth.native, held.costBasis] : [worth.base, held.baseCostBasis];
      return figure.figure === "marketValue" ? value : value && cost && value.minus(cost);
    }
    case "realizedGain": {
      const { native, base } = realizedGain(ledger, figure);
      return figure.in === "native" ? native : base;
    }
    case "income":
    case "fees":
    case "taxes": {
      const { base, byCurrency } = bookedSum(ledger, figure.figure, figure);
      return figure.currency === undefined ? base : (byCurrency.get(figure.currency) ?? zero);
    }
    case "cashBalance":
      return cashBalancesOn(ledger, figure)
        .filter(({ currency }) => currency === figure.currency)
        .reduce((sum, { amount }) => sum.plus(amount), zero);
    case "netContribution": {
      const after = figure.after === undefined ? -Infinity : toEpochDay(figure.after);
      const on = figure.on === undefined ? Infinity : toEpochDay(figure.on);
      const scope = figure.accounts === undefined ? {} : { accounts: figure.accounts };
      return externalFlows(ledger, prices, scope)
        .filter(({ day }) => day > after && day <= on)
        .reduce<Decimal | undefined>((sum, { amount }) => sum && amount && sum.plus(amount), zero);
    }
    case "totalValue": {
      const { known, isComplete } = totalValueOn(ledger, prices, figure.on, figure);
      return isComplete ? known : undefined;
    }
    case "priceGain":
    case "currencyGain":
      return gainParts(ledger, prices, figure)?.[figure.figure];
    case "currencyGainOnCash":
      return currencyGainOnCash(ledger, figure);
  }
}

/** Every kind of figure of a ledger in two scopes and two ranges. */
export function everyFigure(
  ledger: Ledger,
  from: string,
  to: string,
  currencies: readonly string[] = ["EUR", "USD"],
): Figure[] {
  const scopes = [{}, { accounts: ["A"] }];
  const ranges = [{ on: to }, { after: from, on: to }];
  const held = ledger.columns.instruments.filter((_, position) => ledger.instruments[position] !== undefined);
  const both = ["native", "base"] as const;
  return scopes.flatMap((scope) => [
    ...held.flatMap((instrument): Figure[] => [
      ...[from, to].flatMap((on): Figure[] => [
        { figure: "quantity", ...scope, instrument, on },
        { figure: "unitCost", ...scope, instrument, on },
        ...both.flatMap((in_): Figure[] => [
          { figure: "costBasis", ...scope, instrument, on, in: in_ },
          { figure: "marketValue", ...scope, instrument, on, in: in_ },
          { figure: "unrealizedGain", ...scope, instrument, on, in: in_ },
        ]),
      ]),
      ...ranges.flatMap((range): Figure[] => [
        ...both.map((in_): Figure => ({ figure: "realizedGain", ...scope, ...range, instrument, in: in_ })),
        { figure: "income", ...scope, ...range, instrument },
        { figure: "priceGain", ...scope, ...range, instrument },
        { figure: "currencyGain", ...scope, ...range, instrument },
      ]),
    ]),
    ...ranges.flatMap((range): Figure[] => [
      { figure: "realizedGain", ...scope, ...range },
      ...(["income", "fees", "taxes"] as const).flatMap((figure): Figure[] => [
        { figure, ...scope, ...range },
        { figure, ...scope, ...range, currency: "USD" },
      ]),
      { figure: "netContribution", ...scope, ...range },
      { figure: "currencyGainOnCash", ...scope, ...range },
    ]),
    ...currencies.map((currency): Figure => ({ figure: "cashBalance", ...scope, on: to, currency })),
    { figure: "totalValue", ...scope, on: to },
    { figure: "costBasis", ...scope, on: to },
    { figure: "marketValue", ...scope, on: to },
    { figure: "unrealizedGain", ...scope, on: to },
  ]);
}
