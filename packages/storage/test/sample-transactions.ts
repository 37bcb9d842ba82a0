import type { Account, Instrument, Transaction } from "@portfolio/core";
import * as fc from "fast-check";

/** An account in Canadian dollars. */
export function account(id: string): Account {
  return { id, name: `Account ${id}`, currency: "CAD" };
}

/** A share in Canadian dollars. */
export function share(id: string): Instrument {
  return { id, name: `Share ${id}`, currency: "CAD" };
}

/** A purchase of ten units at 100 on the second of January; `changes` say what is different. */
export function purchase(id: string, changes: Partial<Transaction> = {}): Transaction {
  return {
    id,
    kind: "buy",
    account: "a",
    tradeDate: "2026-01-02",
    instrument: "i",
    quantity: "10",
    unitPrice: "100",
    currency: "CAD",
    ...changes,
  } as Transaction;
}

/** Decimal text with up to 30 digits: most of it below 2^53, some far beyond. */
const amount: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(fc.bigInt(0n, 10n ** 9n), fc.bigInt(0n, 10n ** 30n)), fc.nat(18))
  .map(([digits, scale]) => {
    const text = digits.toString().padStart(scale + 1, "0");
    return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
  });

const base = {
  account: fc.constantFrom("a", "b", "c"),
  tradeDate: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, "0")}`),
};
const cash = {
  currency: fc.constantFrom("CAD", "USD", "JPY"),
  feeAmount: amount,
  taxAmount: amount,
  exchangeRate: amount,
};
const optionalCash = { requiredKeys: ["kind", "account", "tradeDate", "currency"] } as const;

/** Any transaction that storage has to keep: trades, cash, transfers, splits, exchanges, with and without what is rare. */
export const anyTransaction: fc.Arbitrary<Omit<Transaction, "id">> = fc.oneof(
  fc.record(
    {
      ...base,
      ...cash,
      kind: fc.constantFrom("buy", "sell", "delivery-in"),
      instrument: fc.constantFrom("i", "j", "k"),
      quantity: amount,
      unitPrice: amount,
      grossAmount: amount,
      instrumentGrossAmount: amount,
      lots: fc.array(fc.record({ transaction: fc.constantFrom("t0", "t1"), quantity: amount }), { maxLength: 2 }),
    },
    { requiredKeys: [...optionalCash.requiredKeys, "instrument", "quantity"] },
  ),
  fc.record(
    { ...base, ...cash, kind: fc.constantFrom("deposit", "fee", "interest"), grossAmount: amount },
    { requiredKeys: [...optionalCash.requiredKeys, "grossAmount"] },
  ),
  fc.record(
    {
      ...base,
      kind: fc.constantFrom("transfer-in", "transfer-out"),
      transferId: fc.constantFrom("x", "y"),
      instrument: fc.constant("i"),
      quantity: amount,
    },
    { requiredKeys: ["kind", "account", "tradeDate"] },
  ),
  fc.record({
    ...base,
    kind: fc.constant("split"),
    instrument: fc.constant("i"),
    ratio: fc.record({ numerator: amount, denominator: amount }),
  }),
  fc.record(
    {
      ...base,
      ...cash,
      kind: fc.constant("currency-exchange"),
      grossAmount: amount,
      toCurrency: fc.constantFrom("EUR", "USD"),
      toAmount: amount,
    },
    { requiredKeys: [...optionalCash.requiredKeys, "grossAmount", "toCurrency", "toAmount"] },
  ),
) as fc.Arbitrary<Omit<Transaction, "id">>;
