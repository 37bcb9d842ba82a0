import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import { cashBalancesOn } from "../holdings/cash-balance.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { fixedPoint } from "../numbers/exact-sum.ts";
import { type FixedPoint, multiplyFixed, toDecimal } from "../numbers/fixed-point.ts";
import type { UndefinedReason } from "../outcome/measured.ts";
import { priceOn } from "../prices/price-history.ts";
import type { AccountId } from "../transactions/account.ts";
import type { Scope } from "../transactions/scope.ts";

/** A holding or a cash balance of one account. `instrument` is undefined for cash. */
export interface ScopePart {
  readonly account: AccountId;
  readonly instrument: InstrumentId | undefined;
  /** The currency of the price, or of the cash. */
  readonly currency: CurrencyCode;
  /** Units held, or the cash in its own currency. */
  readonly quantity: Decimal;
}

/** A part whose value is known, exactly, in the base currency. */
export interface ValuedPart extends ScopePart {
  readonly marketValue: Decimal;
}

/** A part whose value is not known, and why: no price, or no exchange rate. */
export interface UnknownPart extends ScopePart {
  readonly reason: Extract<UndefinedReason, "missing-price" | "missing-rate">;
}

/** Everything a scope holds on a date, one part for each account and instrument or currency; nothing of quantity 0. */
export function valuedParts(
  ledger: Ledger,
  prices: Prices,
  { on, ...scope }: Scope & { readonly on: PlainDate },
): (ValuedPart | UnknownPart)[] {
  const accounts = scope.accounts ?? ledger.columns.accounts;
  const day = toEpochDay(on);
  const held = [...new Set(accounts)].flatMap((account) =>
    holdingsOn(ledger, { ...scope, accounts: [account], on }).map(({ instrument, currency, quantity }) =>
      withValue(ledger, { account, instrument, currency, quantity }, priceOn(prices.get(instrument), day), day),
    ),
  );
  const cash = cashBalancesOn(ledger, { ...scope, on }).map(({ account, currency, amount }) =>
    withValue(ledger, { account, instrument: undefined, currency, quantity: amount }, { digits: 1n, scale: 0 }, day),
  );
  return [...held, ...cash].filter(({ quantity }) => !quantity.isZero());
}

function withValue(
  ledger: Ledger,
  part: ScopePart,
  price: FixedPoint | undefined,
  day: EpochDay,
): ValuedPart | UnknownPart {
  if (price === undefined) return { ...part, reason: "missing-price" };
  const rate = exchangeRateOn(ledger.rates, part.currency, ledger.baseCurrency, day);
  if (rate === undefined) return { ...part, reason: "missing-rate" };
  const { digits, scale } = multiplyFixed(multiplyFixed(fixedPoint(part.quantity), price), rate);
  return { ...part, marketValue: toDecimal(digits, scale) };
}
