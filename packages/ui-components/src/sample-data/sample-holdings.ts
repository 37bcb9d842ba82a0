import type { AmountPair, AssetClass, HoldingSnapshot, HoldingsSnapshot, Measured, TotalAmount } from "@portfolio/core";

/** Invented figures of one holding, from which its snapshot is filled. */
interface Sample {
  readonly ticker: string;
  readonly name: string;
  readonly assetClass: AssetClass;
  readonly currency?: string;
  readonly quantity: string;
  readonly price: string;
  readonly day: number;
  readonly value: string;
  readonly native?: string;
  readonly cost: string;
  readonly unitCost: string;
  readonly gain: string;
  readonly gainFraction: number;
  readonly income?: string;
  readonly weight: number;
  readonly account: string;
}

const samples: readonly Sample[] = [
  {
    ticker: "XEQT",
    name: "iShares Core Equity ETF",
    assetClass: "equity-fund",
    quantity: "2878",
    price: "43.12",
    day: 0.0089,
    value: "124099.36",
    cost: "80378.28",
    unitCost: "27.93",
    gain: "43721.08",
    gainFraction: 0.544,
    income: "1356.08",
    weight: 0.383,
    account: "tfsa",
  },
  {
    ticker: "VFV",
    name: "Vanguard S&P 500 Index ETF",
    assetClass: "equity-fund",
    quantity: "275",
    price: "178.36",
    day: 0.0124,
    value: "49049.00",
    cost: "27042.99",
    unitCost: "98.34",
    gain: "22006.01",
    gainFraction: 0.814,
    income: "452.04",
    weight: 0.151,
    account: "tfsa",
  },
  {
    ticker: "ZAG",
    name: "BMO Aggregate Bond ETF",
    assetClass: "bond",
    quantity: "2114",
    price: "14.07",
    day: 0.0029,
    value: "29743.98",
    cost: "32835.70",
    unitCost: "15.53",
    gain: "-3091.72",
    gainFraction: -0.094,
    income: "988.56",
    weight: 0.092,
    account: "rrsp",
  },
  {
    ticker: "MSFT",
    name: "Microsoft",
    assetClass: "share",
    currency: "USD",
    quantity: "41",
    price: "512.84",
    day: 0.0047,
    value: "29407.58",
    native: "21026.44",
    cost: "14363.31",
    unitCost: "261.39",
    gain: "15044.27",
    gainFraction: 1.047,
    income: "199.22",
    weight: 0.091,
    account: "rrsp",
  },
  {
    ticker: "COST",
    name: "Costco Wholesale",
    assetClass: "share",
    currency: "USD",
    quantity: "13",
    price: "921.15",
    day: 0.0054,
    value: "16748.17",
    native: "11974.95",
    cost: "8691.40",
    unitCost: "503.84",
    gain: "8056.77",
    gainFraction: 0.927,
    income: "87.62",
    weight: 0.052,
    account: "margin",
  },
  {
    ticker: "ASML",
    name: "ASML Holding",
    assetClass: "share",
    currency: "EUR",
    quantity: "12",
    price: "871.60",
    day: 0.0404,
    value: "16224.31",
    native: "10459.20",
    cost: "9359.30",
    unitCost: "491.25",
    gain: "6865.01",
    gainFraction: 0.733,
    income: "122.31",
    weight: 0.05,
    account: "margin",
  },
  {
    ticker: "RY",
    name: "Royal Bank of Canada",
    assetClass: "share",
    quantity: "59",
    price: "214.35",
    day: 0.0075,
    value: "12646.65",
    cost: "6914.72",
    unitCost: "117.03",
    gain: "5731.93",
    gainFraction: 0.829,
    income: "364.83",
    weight: 0.039,
    account: "margin",
  },
  {
    ticker: "ENB",
    name: "Enbridge",
    assetClass: "share",
    quantity: "165",
    price: "66.92",
    day: -0.001,
    value: "11041.80",
    cost: "8174.10",
    unitCost: "49.45",
    gain: "2867.70",
    gainFraction: 0.351,
    income: "641.08",
    weight: 0.034,
    account: "margin",
  },
  {
    ticker: "BTC",
    name: "Bitcoin",
    assetClass: "crypto",
    quantity: "0.055",
    price: "128430",
    day: -0.032,
    value: "7063.65",
    cost: "2603.66",
    unitCost: "47339.27",
    gain: "4459.99",
    gainFraction: 1.713,
    weight: 0.022,
    account: "wallet",
  },
  {
    ticker: "CNR",
    name: "Canadian National Railway",
    assetClass: "share",
    quantity: "13",
    price: "134.28",
    day: 0.0022,
    value: "1745.64",
    cost: "1818.54",
    unitCost: "139.69",
    gain: "-72.90",
    gainFraction: -0.04,
    income: "54.11",
    weight: 0.005,
    account: "margin",
  },
];

/** A walk that always takes the same steps, for shapes that look like prices. */
function closes(seed: number, growth: number): Float64Array {
  const column = new Float64Array(63);
  let state = seed;
  for (let day = 0; day < 63; day += 1) {
    state = (state * 48271) % 2147483647;
    column[day] = 100 * (1 + (growth * day) / 62) + (state / 2147483647 - 0.5) * 5;
  }
  return column;
}

const known = (value: number): Measured => ({ value });
const whole = (sum: string): TotalAmount => ({ known: sum, leftOut: [] });
const pair = (base: string | undefined, native?: string): AmountPair => ({
  ...(base && { base }),
  ...(native && { native }),
});

function holding(sample: Sample, index: number): HoldingSnapshot {
  return {
    instrumentId: `instrument-${sample.ticker.toLowerCase()}`,
    name: sample.name,
    ticker: sample.ticker,
    currency: sample.currency ?? "CAD",
    assetClass: sample.assetClass,
    accounts: [sample.account],
    quantity: sample.quantity,
    unitCost: sample.unitCost,
    costBasis: pair(sample.cost),
    price: { price: sample.price, date: "2026-11-20", source: "yahoo", ageDays: 0, isStale: false },
    marketValue: pair(sample.value, sample.native ?? sample.value),
    unrealizedGain: pair(sample.gain),
    unrealizedReturn: known(sample.gainFraction),
    realizedGain: pair("0"),
    income: pair(sample.income ?? "0"),
    totalGain: pair(sample.gain),
    totalReturn: known(sample.gainFraction),
    dayChange: pair((Number(sample.value) * sample.day).toFixed(2)),
    dayReturn: known(sample.day),
    weight: known(sample.weight),
    recentCloses: closes(index + 7, sample.day * 8),
    missing: [],
  };
}

/** A holding like the last sample whose price nobody knows. */
export function unpricedHolding(): HoldingSnapshot {
  const { price: _price, ...rest } = holding({ ...(samples[5] as Sample), ticker: "NOVA", name: "Nova Minerals" }, 3);
  const unmeasured: Measured = { value: undefined, reason: "missing-price" };
  return {
    ...rest,
    marketValue: {},
    unrealizedGain: {},
    totalGain: {},
    dayChange: {},
    unrealizedReturn: unmeasured,
    totalReturn: unmeasured,
    dayReturn: unmeasured,
    weight: unmeasured,
    recentCloses: new Float64Array(),
    missing: ["missing-price"],
  };
}

/** Ten invented holdings and two currencies of cash: the figures of the design. */
export function sampleHoldings(): HoldingsSnapshot {
  return {
    version: 1,
    revision: 1,
    date: "2026-11-20",
    baseCurrency: "CAD",
    holdings: samples.map(holding),
    closed: [],
    cash: [
      { currency: "CAD", amount: "25445.14", base: "25445.14", weight: known(0.0785) },
      { currency: "USD", amount: "644.95", base: "902.03", weight: known(0.0028) },
    ],
    dayChangeDate: "2026-11-20",
    totals: {
      totalValue: whole("324117.31"),
      marketValue: whole("297770.14"),
      cash: whole("26347.17"),
      costBasis: whole("192182.00"),
      unrealizedGain: whole("105588.14"),
      realizedGain: whole("0"),
      income: whole("4265.85"),
      dayChange: whole("2786.79"),
      dayReturn: known(0.0087),
      unrealizedReturn: known(0.549),
    },
    leftOut: [],
    issues: [],
  };
}

/** The same holding many times under other names, for tables that are windowed. */
export function manyHoldings(count: number): HoldingsSnapshot {
  const base = sampleHoldings();
  const holdings = Array.from({ length: count }, (_each, index) => {
    const like = holding(samples[index % samples.length] as Sample, index);
    return {
      ...like,
      instrumentId: `many-${index}`,
      ticker: `T${String(index).padStart(4, "0")}`,
      marketValue: pair(String(1_000_000 - index)),
    };
  });
  return { ...base, holdings };
}
