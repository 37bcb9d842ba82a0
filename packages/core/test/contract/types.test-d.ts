// Compiled by `tsc -p tsconfig.test.json`, never run: each @ts-expect-error is an error when the next line compiles.
import { decimal, type DecimalString, type Measured, type Transaction, type TransactionKind } from "@portfolio/core";
import { volatility } from "@portfolio/core/measures";
import type { AccountId, CurrencyCode, InstrumentId, Isin, PlainDate, TransactionId } from "@portfolio/core";

declare const account: AccountId;
declare const instrument: InstrumentId;
declare const currency: CurrencyCode;
declare const date: PlainDate;
declare const transaction: TransactionId;
declare const isin: Isin;
declare function wantsInstrument(id: InstrumentId): void;
declare function wantsAccount(id: AccountId): void;
declare function wantsDate(on: PlainDate): void;
declare function wantsNumber(value: number): void;

wantsInstrument(instrument);
wantsInstrument("US0378331005");
// @ts-expect-error an account is no instrument
wantsInstrument(account);
// @ts-expect-error a transaction is no account
wantsAccount(transaction);
// @ts-expect-error an ISIN is no identity of an instrument: that is our own
wantsInstrument(isin);
// @ts-expect-error a currency is no date
wantsDate(currency);
wantsDate(date);

// @ts-expect-error a metric may be undefined, so it must be looked at first
wantsNumber(volatility(new Float64Array(), 252).value);

// @ts-expect-error a metric has a value or a reason, never both
const both: Measured = { value: 1, reason: "no-capital" };

// @ts-expect-error money is decimal text, not a float
const amount: DecimalString = 1.5;

// @ts-expect-error a sale needs an instrument
const sale: Transaction = {
  id: "t",
  account: "A",
  tradeDate: "2026-01-01",
  kind: "sell",
  quantity: "1",
  currency: "EUR",
};

// @ts-expect-error an unknown kind
const kind: TransactionKind = "sold";

// @ts-expect-error a BigInt never appears in a public figure
const figure: bigint = decimal("1");

export { amount, both, figure, kind, sale };
