import type { Instrument, Transaction } from "@portfolio/core";

/** Two currencies, a coin-like quantity, a partial sale. */
export const transactions: readonly Transaction[] = [
  { id: "pay-in", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "10000" },
  {
    id: "first",
    account: "broker",
    kind: "buy",
    tradeDate: "2026-01-05",
    currency: "EUR",
    instrument: "bakery",
    quantity: "3",
    unitPrice: "33.37",
    feeAmount: "1.50",
  },
  {
    id: "second",
    account: "broker",
    kind: "buy",
    tradeDate: "2026-01-06",
    currency: "EUR",
    instrument: "bakery",
    quantity: "7",
    unitPrice: "36.01",
  },
  {
    id: "dollars",
    account: "broker",
    kind: "buy",
    tradeDate: "2026-01-06",
    currency: "USD",
    instrument: "rocket",
    quantity: "0.123456789012345678",
    unitPrice: "1999.99",
    feeAmount: "0.35",
  },
  {
    id: "part",
    account: "broker",
    kind: "sell",
    tradeDate: "2026-01-07",
    currency: "EUR",
    instrument: "bakery",
    quantity: "4",
    unitPrice: "41",
    feeAmount: "1.50",
  },
];

/** What an edit adds. */
export const entered: Transaction = {
  id: "late",
  account: "broker",
  kind: "dividend",
  tradeDate: "2026-01-07",
  currency: "USD",
  instrument: "rocket",
  grossAmount: "12.34",
  taxAmount: "1.85",
};

/** A broker's file; not all of it is ASCII. */
export const statement: string = `Transaction Date,Settlement Date,Action,Symbol,Description,Quantity,Price,Gross Amount,Commission,Net Amount,Currency,Activity Type,Account #,Account Type
2025-01-06 12:00:00 AM,2025-01-06 12:00:00 AM,DEP,,VIREMENT REÇU,0.00000,0.00000000,0.00,0.00,20000.00,CAD,Deposits,28000001,Individual Margin
2025-02-03 10:15:00 AM,2025-02-04 12:00:00 AM,Buy,EXB.TO,EXAMPLE BAKERIES INC COM,12.00000,50.00000000,-600.00,-4.95,-604.95,CAD,Trades,28000001,Individual Margin
`;

/** What pictures call them. */
export const instruments: readonly Instrument[] = [
  { id: "bakery", name: "Example Bakeries", ticker: "EXB", assetClass: "share", currency: "EUR" },
  { id: "rocket", name: "Example Rockets", ticker: "EXR", assetClass: "share", currency: "USD" },
];
