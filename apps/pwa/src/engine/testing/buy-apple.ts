import type { TransactionEntry } from "../engine-protocol.ts";

/** Ten shares of Apple at 90, in a new account: the smallest portfolio with everything in it. */
export const buyApple: TransactionEntry = {
  newAccount: { id: "a", name: "Account", currency: "USD" },
  newInstrument: { id: "aapl", name: "Apple", ticker: "AAPL", currency: "USD" },
  transaction: {
    id: "t1",
    kind: "buy",
    tradeDate: "2026-11-17",
    account: "a",
    instrument: "aapl",
    quantity: "10",
    unitPrice: "90",
    currency: "USD",
    feeAmount: "1",
  },
};
