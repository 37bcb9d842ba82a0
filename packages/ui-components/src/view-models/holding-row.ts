import type { AssetClass, CashSnapshot, HoldingSnapshot, HoldingsSnapshot, UndefinedReason } from "@portfolio/core";
import { formatAge } from "../formatting/format-age.ts";
import { formatDate } from "../formatting/format-date.ts";
import { formatMoney } from "../formatting/format-money.ts";
import { formatPrice } from "../formatting/format-price.ts";
import { formatQuantity } from "../formatting/format-quantity.ts";
import { mask } from "../formatting/mask.ts";
import type { Figure } from "./figure.ts";
import { figureWriter, type FigureStyle, type FigureWriter } from "./figure-writer.ts";
import type { HoldingColumn } from "./holding-column.ts";

/** What a row is sorted by: a decimal string, a float, or text. Undefined goes last. */
export type SortKey = string | number | undefined;

/** Where a price comes from and how old it is. */
export interface PriceStamp {
  readonly title: string;
  readonly text: string;
  readonly age: string;
  readonly isStale: boolean;
  /** Said in full when the price is stale. */
  readonly warning: string;
}

/** One row of the holdings table, every figure a text ready to be shown. */
export interface HoldingRow {
  readonly id: string;
  readonly kind: "holding" | "closed" | "cash";
  readonly label: string;
  readonly name: string;
  readonly assetClass: AssetClass | undefined;
  readonly closes: ArrayLike<number> | undefined;
  readonly figures: Readonly<Record<HoldingFigure, Figure>>;
  /** Share of the total, 0 to 1, for the bar. */
  readonly weight: number;
  readonly stamp: PriceStamp | undefined;
  readonly accounts: readonly string[];
  readonly isin: string | undefined;
  readonly missing: readonly UndefinedReason[];
  /** Whether amounts in the instrument's own currency differ from those in the reporting currency. */
  readonly isForeign: boolean;
  readonly sortKeys: Readonly<Record<HoldingColumn, SortKey>>;
  readonly searchText: string;
  /** Exact amounts in the reporting currency, for totals. */
  readonly amounts: RowAmounts;
}

/** The figures of a row. Those that end in "Native" are in the instrument's own currency. */
export type HoldingFigure =
  | "quantity"
  | "price"
  | "dayReturn"
  | "dayChange"
  | "marketValue"
  | "marketValueNative"
  | "weight"
  | "unitCost"
  | "costBasis"
  | "costBasisNative"
  | "unrealizedGain"
  | "unrealizedReturn"
  | "realizedGain"
  | "income"
  | "totalGain"
  | "totalReturn";

/** Exact amounts of a row in the reporting currency; absent when not known. */
export interface RowAmounts {
  readonly marketValue?: string | undefined;
  readonly costBasis?: string | undefined;
  readonly unrealizedGain?: string | undefined;
  readonly realizedGain?: string | undefined;
  readonly income?: string | undefined;
  readonly totalGain?: string | undefined;
  readonly dayChange?: string | undefined;
}

/** Which rows are wanted, and how their figures are written. */
export interface HoldingRowOptions extends Omit<FigureStyle, "baseCurrency"> {
  readonly showClosed?: boolean | undefined;
  /** Names of accounts by id; an account without one shows its id. */
  readonly accountNames?: Readonly<Record<string, string>> | undefined;
}

const noFigure: Figure = { text: "", tone: "neutral" };

/** The reason that explains why a figure in the reporting currency lacks, most basic first. */
function reasonOf(missing: readonly UndefinedReason[], order: readonly UndefinedReason[]): UndefinedReason | undefined {
  return order.find((reason) => missing.includes(reason)) ?? missing[0];
}

function stampOf(holding: HoldingSnapshot, options: HoldingRowOptions): PriceStamp | undefined {
  const { price } = holding;
  if (price === undefined) return undefined;
  const words = options.strings.holdings;
  const date = formatDate(price.date, options.locale);
  return {
    title: price.isStale ? words.priceIsOld(price.ageDays, date, price.source) : words.priceOf(date, price.source),
    text: words.stamp(date, price.isStale ? formatAge(price.ageDays, options.locale) : "", price.source),
    age: formatAge(price.ageDays, options.locale),
    isStale: price.isStale,
    warning: words.stale(price.ageDays),
  };
}

function holdingFigures(
  holding: HoldingSnapshot,
  write: FigureWriter,
  options: HoldingRowOptions,
  base: string,
): HoldingRow["figures"] {
  const { missing, currency } = holding;
  const valueReason = reasonOf(missing, ["missing-price", "missing-rate"]);
  const costReason = reasonOf(missing, ["missing-cost", "missing-rate"]);
  const gainReason = reasonOf(missing, ["missing-price", "missing-cost", "missing-rate"]);
  const { locale, masked } = options;
  const native = (value: string | undefined): string =>
    value === undefined ? "" : formatMoney(value, currency, { locale, masked, homeCurrency: base });
  return {
    quantity: { text: formatQuantity(holding.quantity, locale, masked), tone: "neutral" },
    price: holding.price
      ? { text: formatPrice(holding.price.price, currency, locale, base), tone: "neutral" }
      : write.unknown("missing-price"),
    dayReturn: holding.dayReturn.value === undefined ? noFigure : write.percent(holding.dayReturn, 2, "change"),
    dayChange: write.change(holding.dayChange.base, base, valueReason, holding.dayReturn),
    marketValue: write.pair(holding.marketValue, valueReason),
    marketValueNative: { text: native(holding.marketValue.native), tone: "neutral" },
    weight: write.percent(holding.weight, 1),
    unitCost:
      holding.unitCost === undefined
        ? noFigure
        : {
            text: masked ? mask : formatMoney(holding.unitCost, currency, { locale, homeCurrency: base }),
            tone: "neutral",
          },
    costBasis: write.pair(holding.costBasis, costReason),
    costBasisNative: { text: native(holding.costBasis.native), tone: "neutral" },
    unrealizedGain: write.change(holding.unrealizedGain.base, base, gainReason, holding.unrealizedReturn, 1),
    unrealizedReturn:
      holding.unrealizedReturn.value === undefined ? noFigure : write.percent(holding.unrealizedReturn, 1, "change"),
    realizedGain: write.change(holding.realizedGain.base, base, costReason),
    income: write.pair(holding.income, reasonOf(missing, ["missing-rate"])),
    totalGain: write.change(holding.totalGain.base, base, gainReason, holding.totalReturn, 1),
    totalReturn: write.percent(holding.totalReturn, 1, "change"),
  };
}

function holdingRow(
  holding: HoldingSnapshot,
  kind: "holding" | "closed",
  write: FigureWriter,
  options: HoldingRowOptions,
  base: string,
): HoldingRow {
  const label = holding.ticker ?? holding.name;
  const amounts: RowAmounts = {
    marketValue: holding.marketValue.base,
    costBasis: holding.costBasis.base,
    unrealizedGain: holding.unrealizedGain.base,
    realizedGain: holding.realizedGain.base,
    income: holding.income.base,
    totalGain: holding.totalGain.base,
    dayChange: holding.dayChange.base,
  };
  return {
    id: holding.instrumentId,
    kind,
    label,
    name: kind === "closed" ? `${holding.name} · ${options.strings.holdings.closed}` : holding.name,
    assetClass: holding.assetClass,
    closes: holding.recentCloses,
    figures: holdingFigures(holding, write, options, base),
    weight: holding.weight.value ?? 0,
    stamp: stampOf(holding, options),
    accounts: holding.accounts.map((id) => options.accountNames?.[id] ?? id),
    isin: holding.isin,
    missing: holding.missing,
    isForeign: holding.currency !== base,
    sortKeys: {
      ...amounts,
      instrument: label,
      sparkline: change63(holding.recentCloses),
      quantity: holding.quantity,
      price: holding.dayReturn.value,
      marketValue: amounts.marketValue,
      weight: holding.weight.value,
      costBasis: amounts.costBasis,
      unrealizedGain: amounts.unrealizedGain,
      realizedGain: amounts.realizedGain,
      income: amounts.income,
      totalReturn: holding.totalReturn.value,
    },
    searchText: [holding.ticker, holding.name, holding.isin].filter(Boolean).join(" ").toLowerCase(),
    amounts,
  };
}

/** Growth over the sparkline, which its column is sorted by. */
function change63(closes: Float64Array): number | undefined {
  const first = closes[0];
  const last = closes.at(-1);
  return first === undefined || last === undefined || first === 0 ? undefined : last / first - 1;
}

function cashRow(cash: CashSnapshot, write: FigureWriter, options: HoldingRowOptions, base: string): HoldingRow {
  const { locale, masked, strings } = options;
  const reason = cash.base === undefined ? "missing-rate" : undefined;
  const label = strings.holdings.cash;
  const nothing = {
    instrument: label,
    sparkline: undefined,
    quantity: undefined,
    price: undefined,
    costBasis: undefined,
    unrealizedGain: undefined,
    realizedGain: undefined,
    income: undefined,
    totalReturn: undefined,
  };
  const empty = Object.fromEntries(figureNames.map((name) => [name, noFigure])) as Record<HoldingFigure, Figure>;
  const native = formatMoney(cash.amount, cash.currency, { locale, masked, homeCurrency: base });
  return {
    id: `cash:${cash.currency}`,
    kind: "cash",
    label,
    name: cash.currency,
    assetClass: "cash",
    closes: undefined,
    figures: {
      ...empty,
      marketValue: write.amount(cash.base, base, reason),
      marketValueNative: { text: native, tone: "neutral" },
      weight: write.percent(cash.weight, 1),
    },
    weight: cash.weight.value ?? 0,
    stamp: undefined,
    accounts: [],
    isin: undefined,
    missing: reason ? [reason] : [],
    isForeign: cash.currency !== base,
    sortKeys: { ...nothing, marketValue: cash.base, weight: cash.weight.value },
    searchText: `${label} ${cash.currency}`.toLowerCase(),
    amounts: { marketValue: cash.base },
  };
}

const figureNames: readonly HoldingFigure[] = [
  "quantity",
  "price",
  "dayReturn",
  "dayChange",
  "marketValue",
  "marketValueNative",
  "weight",
  "unitCost",
  "costBasis",
  "costBasisNative",
  "unrealizedGain",
  "unrealizedReturn",
  "realizedGain",
  "income",
  "totalGain",
  "totalReturn",
];

/** The rows of a snapshot as texts: holdings, then closed ones on request, then cash; not yet sorted or filtered. */
export function holdingRows(snapshot: HoldingsSnapshot, options: HoldingRowOptions): readonly HoldingRow[] {
  const base = snapshot.baseCurrency;
  const write = figureWriter({ ...options, baseCurrency: base });
  const closed = options.showClosed === true ? snapshot.closed : [];
  return [
    ...snapshot.holdings.map((holding) => holdingRow(holding, "holding", write, options, base)),
    ...closed.map((holding) => holdingRow(holding, "closed", write, options, base)),
    ...snapshot.cash.map((cash) => cashRow(cash, write, options, base)),
  ];
}
