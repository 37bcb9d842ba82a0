import {
  addDays,
  type Account,
  Decimal,
  type Instrument,
  type PlainDate,
  type Transaction,
  toEpochDay,
} from "@portfolio/core";
import type { ReceivedPrices, ReceivedRates } from "@portfolio/storage";
import type { OpenedPortfolio } from "./open-portfolio.ts";

/** An invented price path: start, yearly drift and volatility; the names are real, no figure is. */
interface SampleInstrument extends Instrument {
  readonly start: number;
  readonly drift: number;
  readonly swing: number;
  /** Cash paid per unit each quarter. */
  readonly dividend?: string;
}

const years = 4;
const historyDays = Math.round(years * 365.25);
const source = "sample";

const accounts: readonly Account[] = [
  { id: "sample-tfsa", name: "TFSA", currency: "CAD" },
  { id: "sample-rrsp", name: "RRSP", currency: "CAD" },
  { id: "sample-margin", name: "Margin", currency: "CAD" },
];

const instruments: readonly SampleInstrument[] = [
  {
    id: "sample-xeqt",
    ticker: "XEQT",
    name: "iShares Core Equity ETF",
    currency: "CAD",
    assetClass: "equity-fund",
    start: 25.1,
    drift: 0.13,
    swing: 0.13,
    dividend: "0.17",
  },
  {
    id: "sample-vfv",
    ticker: "VFV",
    name: "Vanguard S&P 500 Index ETF",
    currency: "CAD",
    assetClass: "equity-fund",
    start: 101.4,
    drift: 0.14,
    swing: 0.15,
    dividend: "0.36",
  },
  {
    id: "sample-zag",
    ticker: "ZAG",
    name: "BMO Aggregate Bond ETF",
    currency: "CAD",
    assetClass: "bond",
    start: 14.35,
    drift: 0,
    swing: 0.05,
    dividend: "0.12",
  },
  {
    id: "sample-msft",
    ticker: "MSFT",
    name: "Microsoft",
    currency: "USD",
    assetClass: "share",
    start: 262,
    drift: 0.17,
    swing: 0.22,
    dividend: "0.75",
  },
  {
    id: "sample-cost",
    ticker: "COST",
    name: "Costco Wholesale",
    currency: "USD",
    assetClass: "share",
    start: 505,
    drift: 0.15,
    swing: 0.2,
    dividend: "1.16",
  },
  {
    id: "sample-asml",
    ticker: "ASML",
    name: "ASML Holding",
    currency: "EUR",
    assetClass: "share",
    start: 560,
    drift: 0.1,
    swing: 0.3,
    dividend: "1.52",
  },
  {
    id: "sample-ry",
    ticker: "RY",
    name: "Royal Bank of Canada",
    currency: "CAD",
    assetClass: "share",
    start: 130.2,
    drift: 0.11,
    swing: 0.16,
    dividend: "1.42",
  },
  {
    id: "sample-enb",
    ticker: "ENB",
    name: "Enbridge",
    currency: "CAD",
    assetClass: "share",
    start: 54.6,
    drift: 0.04,
    swing: 0.15,
    dividend: "0.92",
  },
  {
    id: "sample-btc",
    ticker: "BTC",
    name: "Bitcoin",
    currency: "USD",
    assetClass: "crypto",
    start: 24_000,
    drift: 0.32,
    swing: 0.5,
  },
];

/** Units of Canadian dollars for one of each. */
const rates = [
  { pair: "USD/CAD", start: 1.3405, drift: 0.008, swing: 0.055 },
  { pair: "EUR/CAD", start: 1.4312, drift: 0.022, swing: 0.06 },
];

/**
 * Fills the sample portfolio: four years of an invented saver with three accounts and three currencies.
 *
 * Deterministic for a day and offline: prices are a seeded walk that ends today. It lives in a database of its own.
 */
export async function fillSamplePortfolio(opened: OpenedPortfolio, today: PlainDate): Promise<void> {
  const firstDay = addDays(today, -historyDays);
  const paths = new Map(instruments.map((instrument, i) => [instrument.id, pricePath(instrument, i + 1, firstDay)]));
  const ratePaths = new Map(
    rates.map(({ pair, ...shape }, i) => [pair, pricePath({ ...shape, id: pair }, i + 101, firstDay, 4)]),
  );
  for (const account of accounts) await opened.accounts.save(account);
  await opened.instruments.save(
    instruments.map(({ start: _s, drift: _d, swing: _w, dividend: _p, ...instrument }) => instrument),
  );
  await opened.prices.save(
    [...paths].map(([id, path]): ReceivedPrices => ({
      replacesAll: true,
      series: path.series,
      coverage: coverageOf(id, firstDay, today),
    })),
  );
  await opened.rates.save(
    [...ratePaths].map(([id, path]): ReceivedRates => ({
      series: path.series,
      coverage: coverageOf(id, firstDay, today),
    })),
  );
  await opened.settings.set("baseCurrency", "CAD");
  await opened.transactions.add(sampleTransactions(paths, ratePaths, firstDay, today));
}

/** An invented daily path. */
interface Path {
  readonly series: ReceivedPrices["series"];
  /** The last value on or before a date, as decimal text. */
  on(date: PlainDate): string;
}

function pricePath(
  shape: { id: string; start: number; drift: number; swing: number; assetClass?: string },
  seed: number,
  firstDay: PlainDate,
  scale = 2,
): Path {
  const next = randomNormal(seed);
  const first = toEpochDay(firstDay);
  const isDaily = shape.assetClass === "crypto";
  const days: number[] = [];
  const values: number[] = [];
  let price = shape.start;
  for (let day = first; day <= first + historyDays; day++) {
    const weekday = (day + 4) % 7;
    if (!isDaily && (weekday === 0 || weekday === 6)) continue;
    price *= Math.exp(shape.drift / 252 - shape.swing ** 2 / 504 + (shape.swing / Math.sqrt(252)) * next());
    days.push(day);
    values.push(Math.round(price * 10 ** scale));
  }
  const on = (date: PlainDate): string => {
    const entry = days.findLastIndex((day) => day <= toEpochDay(date));
    return new Decimal(values[Math.max(entry, 0)]!).div(10 ** scale).toString();
  };
  return { series: { days: Int32Array.from(days), values: Float64Array.from(values), scale }, on };
}

/** Normal variates from a linear congruential generator, by the sum of twelve: plain, seeded, the same everywhere. */
function randomNormal(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  return () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
}

function coverageOf(id: string, from: PlainDate, to: PlainDate): ReceivedPrices["coverage"] {
  return { id, source, from, to, receivedAt: `${to}T00:00:00.000Z` };
}

/** Writes the saver's diary: deposits, purchases, exchanges, dividends, a sale now and then. */
function sampleTransactions(
  paths: ReadonlyMap<string, Path>,
  ratePaths: ReadonlyMap<string, Path>,
  firstDay: PlainDate,
  today: PlainDate,
): Transaction[] {
  const transactions: Transaction[] = [];
  const held = new Map<string, Decimal>();
  const id = (): string => `sample-${transactions.length + 1}`;
  const buy = (
    date: PlainDate,
    account: string,
    instrument: string,
    spend: number,
    currency: string,
    feeAmount: string,
  ): void => {
    const unitPrice = paths.get(instrument)!.on(date);
    const digits = instrument === "sample-btc" ? 5 : 0;
    const quantity = new Decimal(spend).div(unitPrice).toDecimalPlaces(digits, Decimal.ROUND_DOWN);
    if (quantity.isZero()) return;
    held.set(instrument, (held.get(instrument) ?? new Decimal(0)).plus(quantity));
    transactions.push({
      id: id(),
      kind: "buy",
      tradeDate: date,
      account,
      instrument,
      quantity: quantity.toString(),
      unitPrice,
      currency,
      feeAmount,
    });
  };
  const deposit = (date: PlainDate, account: string, amount: number): void => {
    transactions.push({
      id: id(),
      kind: "deposit",
      tradeDate: date,
      account,
      currency: "CAD",
      grossAmount: String(amount),
    });
  };
  const exchange = (date: PlainDate, account: string, cad: number, toCurrency: string): void => {
    const toAmount = new Decimal(cad)
      .div(ratePaths.get(`${toCurrency}/CAD`)!.on(date))
      .toDecimalPlaces(2)
      .toString();
    transactions.push({
      id: id(),
      kind: "currency-exchange",
      tradeDate: date,
      account,
      currency: "CAD",
      grossAmount: String(cad),
      toCurrency,
      toAmount,
    });
  };
  const sell = (date: PlainDate, account: string, instrument: string, quantity: number): void => {
    held.set(instrument, held.get(instrument)!.minus(quantity));
    transactions.push({
      id: id(),
      kind: "sell",
      tradeDate: date,
      account,
      instrument,
      quantity: String(quantity),
      unitPrice: paths.get(instrument)!.on(date),
      currency: "CAD",
      feeAmount: "4.95",
    });
  };

  const start = nextWeekday(addDays(firstDay, 12));
  deposit(start, "sample-tfsa", 62_000);
  buy(start, "sample-tfsa", "sample-xeqt", 34_000, "CAD", "0");
  buy(start, "sample-tfsa", "sample-vfv", 14_500, "CAD", "0");
  buy(start, "sample-tfsa", "sample-zag", 12_500, "CAD", "0");
  deposit(addDays(start, 3), "sample-margin", 38_000);
  exchange(addDays(start, 4), "sample-margin", 14_000, "USD");
  exchange(addDays(start, 4), "sample-margin", 8_000, "EUR");
  buy(addDays(start, 5), "sample-margin", "sample-msft", 5_400, "USD", "4.95");
  buy(addDays(start, 5), "sample-margin", "sample-cost", 4_600, "USD", "4.95");
  buy(addDays(start, 6), "sample-margin", "sample-asml", 5_300, "EUR", "6.50");
  buy(addDays(start, 7), "sample-margin", "sample-ry", 7_200, "CAD", "4.95");
  buy(addDays(start, 7), "sample-margin", "sample-enb", 7_800, "CAD", "4.95");

  const cycle = ["sample-xeqt", "sample-vfv", "sample-xeqt", "sample-zag"] as const;
  for (let month = 1; ; month++) {
    const date = nextWeekday(addDays(start, Math.round(month * 30.44)));
    if (date >= today) break;
    const account = month % 3 === 0 ? "sample-rrsp" : "sample-tfsa";
    deposit(date, account, 1_600);
    buy(date, account, cycle[month % cycle.length]!, 1_550, "CAD", "0");
    if (month === 8) buy(date, "sample-margin", "sample-btc", 900, "USD", "8.20");
    if (month === 14) {
      deposit(date, "sample-margin", 9_000);
      exchange(date, "sample-margin", 8_600, "USD");
      buy(date, "sample-margin", "sample-msft", 3_600, "USD", "4.95");
      buy(date, "sample-margin", "sample-btc", 1_900, "USD", "14.10");
    }
    if (month === 22) sell(date, "sample-margin", "sample-enb", 40);
    if (month === 34) sell(date, "sample-margin", "sample-ry", 12);
    if (month % 3 === 2) payDividends(date);
    if (month % 12 === 6)
      transactions.push({
        id: id(),
        kind: "interest",
        tradeDate: date,
        account: "sample-margin",
        currency: "CAD",
        grossAmount: "18.42",
      });
  }
  return transactions;

  function payDividends(date: PlainDate): void {
    for (const { id: instrument, currency, dividend } of instruments) {
      const quantity = held.get(instrument);
      if (dividend === undefined || quantity === undefined) continue;
      const grossAmount = quantity.times(dividend).toDecimalPlaces(2);
      const account = transactions.findLast(
        (transaction) => transaction.kind === "buy" && transaction.instrument === instrument,
      )!.account;
      const taxAmount = currency === "CAD" ? undefined : grossAmount.times("0.15").toDecimalPlaces(2).toString();
      transactions.push({
        id: id(),
        kind: "dividend",
        tradeDate: date,
        account,
        instrument,
        currency,
        grossAmount: grossAmount.toString(),
        ...(taxAmount === undefined ? {} : { taxAmount }),
      });
    }
  }
}

function nextWeekday(date: PlainDate): PlainDate {
  const weekday = (toEpochDay(date) + 4) % 7;
  return weekday === 6 ? addDays(date, 2) : weekday === 0 ? addDays(date, 1) : date;
}
