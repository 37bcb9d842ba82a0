import {
  addDays,
  bookedSum,
  cashBalancesOn,
  convertedRateOn,
  type CostBasisMethod,
  type CurrencyCode,
  dailyValuation,
  Decimal,
  type DecimalString,
  type DeliveryFlowAt,
  deliveryValues,
  disposalsOf,
  externalFlows,
  type Holding,
  holdingsOn,
  type Ledger,
  type LedgerOptions,
  type LedgerQuery,
  marketValueOn,
  type Measured,
  packTransactions,
  type PlainDate,
  priceHistory,
  priceOn,
  type Prices,
  rateHistory,
  rateTable,
  realizedGain,
  replayLedger,
  toEpochDay,
  totalValueOn,
  type Transaction,
} from "@portfolio/core";
import {
  type ValueSeries,
  annualizeByDays,
  cumulativeReturns,
  dailyReturns,
  instrumentFlows,
  maxDrawdown,
  modifiedDietzReturn,
  moneyWeightedReturn,
  timeWeightedReturn,
  valueSeries,
} from "@portfolio/core/measures";
import type { Answer, ConformanceCase } from "./case-format.ts";

/** FORMAT section 3. */
export interface LedgerCase extends ConformanceCase {
  readonly baseCurrency: CurrencyCode;
  readonly accounts: readonly { id: string }[];
  readonly instruments: readonly { id: string; currency: CurrencyCode }[];
  readonly transactions: readonly Transaction[];
  readonly prices: Readonly<Record<string, [PlainDate, DecimalString][]>>;
  readonly exchangeRates: Readonly<Record<string, [PlainDate, DecimalString][]>>;
  readonly costBasisMethod: CostBasisMethod;
  readonly options: {
    feesInCost?: boolean;
    taxesInCost?: boolean;
    dividendReducesCost?: boolean;
    roundCostPerSale?: number | null;
    deliveryFlowAt?: DeliveryFlowAt;
  };
  readonly asOf: PlainDate;
  readonly range?: { from: PlainDate; to: PlainDate };
}

interface Args {
  readonly date?: PlainDate;
  readonly dates?: readonly PlainDate[];
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly instrument?: string;
  readonly account?: string;
  readonly currency?: CurrencyCode;
  readonly costBasisMethod?: CostBasisMethod;
  readonly transaction?: string;
  readonly fromCurrency?: CurrencyCode;
  readonly toCurrency?: CurrencyCode;
}

interface Prepared {
  readonly of: LedgerCase;
  readonly prices: Prices;
  readonly ledger: (method: CostBasisMethod) => Ledger;
}

/** Prepares a ledger case once and answers its figures through the public API. */
export function ledgerCase(of: LedgerCase): (figure: string, args: Args) => Answer {
  const prices: Prices = new Map(Object.entries(of.prices).map(([id, closes]) => [id, priceHistory(closes)]));
  const rates = rateTable(
    Object.entries(of.exchangeRates).map(([pair, dated]) => {
      const [base, quote] = pair.split("/") as [string, string];
      return rateHistory(base, quote, dated);
    }),
  );
  const columns = packTransactions(of.transactions.filter(({ tradeDate }) => tradeDate <= of.asOf));
  const ledgers = new Map<CostBasisMethod, Ledger>();
  const { deliveryFlowAt: _, roundCostPerSale, ...options } = of.options;
  const ledger = (method: CostBasisMethod): Ledger => {
    const known = ledgers.get(method);
    if (known !== undefined) return known;
    const replayed = replayLedger({
      columns,
      instrumentCurrencies: new Map(of.instruments.map(({ id, currency }) => [id, currency])),
      baseCurrency: of.baseCurrency,
      rates,
      method,
      options: { ...(options as Partial<LedgerOptions>), roundCostPerSale: roundCostPerSale ?? undefined },
      deliveryValues: deliveryValues(columns, prices),
    });
    ledgers.set(method, replayed);
    return replayed;
  };
  const prepared: Prepared = { of, prices, ledger };
  return (figure, args) => answer(prepared, figure, args);
}

function answer(prepared: Prepared, figure: string, args: Args): Answer {
  const compute = figures[figure];
  if (compute === undefined) return { kind: "skipped", reason: "the library does not have this figure yet" };
  // Figures that no cost-basis method can change are asked of the average-cost ledger.
  const method = costFigures.has(figure) ? (args.costBasisMethod ?? prepared.of.costBasisMethod) : "average-cost";
  return compute({ ...prepared, args, on: args.date ?? prepared.of.asOf, ledger: prepared.ledger(method) });
}

const costFigures = new Set([
  "costBasis",
  "unitCost",
  "unrealizedGain",
  "realizedGain",
  "disposalProceeds",
  "disposalCost",
  "disposalGain",
]);

interface Question extends Omit<Prepared, "ledger"> {
  readonly args: Args;
  readonly on: PlainDate;
  readonly ledger: Ledger;
}

const figures: Readonly<Record<string, (question: Question) => Answer>> = {
  quantity: (question) => value(sumOver(question, ({ quantity }) => quantity)),
  costBasis: (question) =>
    value(sumOver(question, (holding) => (isNative(question, holding) ? holding.costBasis : holding.baseCostBasis))),
  unitCost: (question) => value(unitCost(question)),
  marketValue: (question) => value(sumOver(question, (holding) => marketValue(question, holding))),
  unrealizedGain: (question) =>
    value(
      sumOver(question, (holding) =>
        minus(marketValue(question, holding), isNative(question, holding) ? holding.costBasis : holding.baseCostBasis),
      ),
    ),
  realizedGain: (question) => {
    const gain = realizedGain(question.ledger, rangeQuery(question));
    return value(nativeAsked(question) ? gain.native : gain.base);
  },
  disposalProceeds: (question) => value(ofDisposal(question, "proceeds", "baseProceeds")),
  disposalCost: (question) => value(ofDisposal(question, "cost", "baseCost")),
  disposalGain: (question) => value(ofDisposal(question, "gain", "baseGain")),
  income: (question) => value(booked(question, "income")),
  fees: (question) => value(booked(question, "fees")),
  taxes: (question) => value(booked(question, "taxes")),
  cashBalance: (question) => {
    const balances = cashBalancesOn(question.ledger, { ...scopeOf(question), on: question.on });
    const wanted = balances.filter(({ currency }) => currency === (question.args.currency ?? question.of.baseCurrency));
    return value(wanted.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)));
  },
  totalValue: (question) => value(total(question, question.on)),
  totalValueSeries: (question) => {
    const values = question.args.dates!.map((date) => total(question, date));
    return values.includes(undefined)
      ? { kind: "undefined", reason: "missing-price" }
      : { kind: "value", value: values.map(String) };
  },
  netContribution: (question) => value(netContribution(question)),
  totalGain: (question) => {
    const { from, to } = rangeOf(question);
    const [start, end, flows] = [total(question, from), total(question, to), netContribution(question)];
    return value(start && end && flows && end.minus(start).minus(flows));
  },
  issues: ({ ledger }) => ({
    kind: "value",
    value: ledger.issues
      .filter(({ code }) => code === "oversold")
      .map(({ source }) => `oversold:${source.transactionId}`)
      .sort(),
  }),
  priceOn: ({ prices, args, on }) => {
    const close = priceOn(prices.get(args.instrument!), toEpochDay(on));
    return value(close && new Decimal(close.digits.toString()).div(new Decimal(10).pow(close.scale)));
  },
  exchangeRateOn: ({ ledger, args, on }) =>
    value(convertedRateOn(ledger.rates, args.fromCurrency!, args.toCurrency!, on)),
  dailyReturns: (question) => ({ kind: "value", value: [...dailyReturns(seriesOf(question))].map(String) }),
  cumulativeReturns: (question) => ({
    kind: "value",
    value: [...cumulativeReturns(dailyReturns(seriesOf(question)))].map(String),
  }),
  timeWeightedReturn: (question) => ratio(timeWeightedReturn(seriesOf(question))),
  annualizedTimeWeightedReturn: (question) => {
    const { from, to } = rangeOf(question);
    return ratio(annualizeByDays(timeWeightedReturn(seriesOf(question)), toEpochDay(to) - toEpochDay(from)));
  },
  moneyWeightedReturn: (question) => {
    const { from, to } = rangeOf(question);
    const series = seriesOf(question);
    const [first, last] = [toEpochDay(from), toEpochDay(to)];
    const flows = flowsOf(question)
      .map(({ day, amount }) => ({ day, amount: amount!.toNumber() }))
      .filter(({ day }) => day > first && day <= last);
    return ratio(
      moneyWeightedReturn({
        startValue: series.values[0]!,
        endValue: series.values.at(-1)!,
        flows,
        from: first,
        to: last,
      }).rate,
    );
  },
  modifiedDietzReturn: (question) => {
    const { from, to } = rangeOf(question);
    const series = seriesOf(question);
    const [first, last] = [toEpochDay(from), toEpochDay(to)];
    const flows = flowsOf(question)
      .map(({ day, amount }) => ({ day, amount: amount!.toNumber() }))
      .filter(({ day }) => day > first && day <= last);
    return ratio(
      modifiedDietzReturn({
        startValue: series.values[0]!,
        endValue: series.values.at(-1)!,
        flows,
        from: first,
        to: last,
      }),
    );
  },
  maxDrawdown: (question) => ratio(maxDrawdown(dailyReturns(seriesOf(question)))),
};

function scopeOf({ args }: Question): LedgerQuery {
  return {
    ...(args.account === undefined ? {} : { accounts: [args.account] }),
    ...(args.instrument === undefined ? {} : { instrument: args.instrument }),
  };
}

function rangeQuery(question: Question): LedgerQuery {
  const { from, to } = question.args;
  return { ...scopeOf(question), ...(from === undefined ? {} : { after: from }), on: to ?? question.on };
}

function rangeOf({ args, of }: Question): { from: PlainDate; to: PlainDate } {
  return {
    from: args.from ?? of.range?.from ?? addDays(of.transactions[0]?.tradeDate ?? of.asOf, -1),
    to: args.to ?? of.range?.to ?? of.asOf,
  };
}

function nativeAsked({ args, of }: Question): boolean {
  const instrument = of.instruments.find(({ id }) => id === args.instrument);
  return args.currency !== undefined && args.currency === instrument?.currency;
}

function isNative(question: Question, holding: Holding): boolean {
  return question.args.currency === holding.currency;
}

function marketValue(question: Question, holding: Holding): Decimal | undefined {
  const { native, base } = marketValueOn(question.ledger, question.prices, holding, question.on);
  return isNative(question, holding) ? native : base;
}

function sumOver(question: Question, figure: (holding: Holding) => Decimal | undefined): Decimal | undefined {
  return holdingsOn(question.ledger, { ...scopeOf(question), on: question.on })
    .map(figure)
    .reduce((sum, part) => sum && part && sum.plus(part), new Decimal(0));
}

function unitCost(question: Question): Decimal | undefined {
  const quantity = sumOver(question, (holding) => holding.quantity);
  const cost = sumOver(question, (holding) =>
    isNative(question, holding) ? holding.costBasis : holding.baseCostBasis,
  );
  return quantity === undefined || quantity.isZero() ? undefined : cost?.div(quantity);
}

function minus(a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined {
  return a && b && a.minus(b);
}

function ofDisposal(
  question: Question,
  native: "proceeds" | "cost" | "gain",
  base: "baseProceeds" | "baseCost" | "baseGain",
): Decimal | undefined {
  const disposal = disposalsOf(question.ledger).find(({ transaction }) => transaction === question.args.transaction);
  const instrument = question.of.instruments.find(({ id }) => id === disposal?.instrument);
  return question.args.currency !== undefined && question.args.currency === instrument?.currency
    ? disposal?.[native]
    : disposal?.[base];
}

function booked(question: Question, line: "income" | "fees" | "taxes"): Decimal | undefined {
  const sum = bookedSum(question.ledger, line, rangeQuery(question));
  const { currency } = question.args;
  return currency === undefined || currency === question.of.baseCurrency
    ? sum.base
    : (sum.byCurrency.get(currency) ?? new Decimal(0));
}

function total(question: Question, date: PlainDate): Decimal | undefined {
  const { known, isComplete } = totalValueOn(question.ledger, question.prices, date, scopeOf(question));
  return isComplete ? known : undefined;
}

function flowsOf(question: Question): ReturnType<typeof externalFlows> {
  const { instrument, account } = question.args;
  if (instrument !== undefined) return instrumentFlows(question.ledger, question.prices, instrument);
  const { deliveryFlowAt } = question.of.options;
  return externalFlows(question.ledger, question.prices, {
    ...(account === undefined ? {} : { accounts: [account] }),
    ...(deliveryFlowAt === undefined ? {} : { deliveryFlowAt }),
  });
}

function netContribution(question: Question): Decimal | undefined {
  const { from, to } = question.args;
  const last = toEpochDay(to ?? question.on);
  const flows = flowsOf(question).filter(({ day }) => day <= last && (from === undefined || day > toEpochDay(from)));
  return flows.reduce<Decimal | undefined>((sum, { amount }) => sum && amount && sum.plus(amount), new Decimal(0));
}

function seriesOf(question: Question): ValueSeries {
  const range = rangeOf(question);
  return valueSeries(
    dailyValuation(question.ledger, question.prices, { ...scopeOf(question), ...range }),
    flowsOf(question),
  );
}

function value(amount: Decimal | undefined): Answer {
  return amount === undefined
    ? { kind: "undefined", reason: "not known" }
    : { kind: "value", value: amount.toString() };
}

function ratio(measure: Measured): Answer {
  return measure.value === undefined
    ? { kind: "undefined", reason: measure.reason }
    : { kind: "value", value: String(measure.value) };
}
