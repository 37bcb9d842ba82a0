import { exchangeRateOn } from "../fx/exchange-rate.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import { quantityOut } from "../ledger/disposal-history.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { instrumentLinks } from "../ledger/linked-scales.ts";
import type { FixedPoint } from "../numbers/fixed-point.ts";
import { priceOn } from "../prices/price-history.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import type { Prices } from "./cash-flow.ts";

const reorganizations = new Set<number>([kindCode.merger, kindCode["spin-off"], kindCode["symbol-change"]]);

/** Whether a kind of transaction moves units of one instrument to another. */
export function isReorganization(kind: number): boolean {
  return reorganizations.has(kind);
}

/** Value that a corporate action takes out of one instrument and into another; undefined without a price or rate. */
export interface ReorganizationArrival {
  readonly row: number;
  readonly from: InstrumentId;
  readonly to: InstrumentId;
  readonly value: FixedPoint | undefined;
}

/** What corporate actions brought into instruments in some accounts, at market value in the base currency. */
export function reorganizationArrivals(
  ledger: Ledger,
  prices: Prices,
  inAccounts: (account: number) => boolean,
): ReorganizationArrival[] {
  const { columns, rejected } = ledger;
  return instrumentLinks(columns).flatMap(({ row, from, to }) => {
    // A renaming concerns every account, wherever it is listed.
    const concerns = columns.kind[row] === kindCode["symbol-change"] || inAccounts(columns.account[row]!);
    if (from === to || rejected[row] === 1 || !concerns) return [];
    const [old, arrived] = [columns.instruments[from]!, columns.instruments[to]!];
    return [{ row, from: old, to: arrived, value: valueOfArrivals(ledger, prices, row, arrived, inAccounts) }];
  });
}

/** Market value, in the base currency, of the units of an instrument that a corporate action brought in. */
export function valueOfArrivals(
  ledger: Ledger,
  prices: Prices,
  row: number,
  to: InstrumentId,
  inAccounts: (account: number) => boolean,
): FixedPoint | undefined {
  const { columns } = ledger;
  const instrument = ledger.instruments[columns.instruments.indexOf(to)];
  const currency = ledger.currencyOf[columns.instruments.indexOf(to)];
  if (instrument === undefined || currency === undefined) return undefined;
  let units = 0n;
  for (const { account, rows, quantity } of instrument.holdings) {
    const entry = inAccounts(account) ? rows.lastIndexOf(row) : -1;
    if (entry >= 0) units -= quantityOut(quantity, entry);
  }
  if (units === 0n) return nothing;
  const day = columns.day[row]!;
  const close = priceOn(prices.get(to), day);
  const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, day);
  if (close === undefined || rate === undefined) return undefined;
  return {
    digits: units * close.digits * rate.digits,
    scale: instrument.scales.quantity + close.scale + rate.scale,
  };
}

const nothing: FixedPoint = { digits: 0n, scale: 0 };
