import * as fc from "fast-check";
import { addDays } from "@portfolio/core";

/** A random event of a random ledger; what it means depends on what is held when it happens. */
export interface RandomEvent {
  readonly kind:
    | "buy"
    | "sell"
    | "split"
    | "dividend"
    | "fee"
    | "interest"
    | "tax"
    | "deposit"
    | "withdrawal"
    | "transfer"
    | "return-of-capital";
  readonly dayStep: number;
  readonly instrument: "X" | "Y";
  readonly account: "A" | "B";
  readonly part: number;
  readonly price: number;
  readonly fee: number;
}

/** One event: same-day runs, splits, closes, charges, income and moves between two accounts come out of many. */
export const randomEvent: fc.Arbitrary<RandomEvent> = fc.record<RandomEvent>({
  kind: fc.constantFrom(
    "buy",
    "buy",
    "buy",
    "sell",
    "sell",
    "sell",
    "split",
    "dividend",
    "fee",
    "interest",
    "tax",
    "deposit",
    "withdrawal",
    "transfer",
    "return-of-capital",
  ),
  dayStep: fc.constantFrom(0, 0, 1, 3),
  instrument: fc.constantFrom("X", "Y"),
  account: fc.constantFrom("A", "B"),
  // Round parts come back often, so that holdings close and reopen.
  part: fc.oneof(fc.constantFrom(100, 200, 300), fc.integer({ min: 1, max: 999 })),
  price: fc.integer({ min: 1, max: 99_999 }),
  fee: fc.integer({ min: 0, max: 999 }),
});

/** Up to forty of them. */
export const randomEvents: fc.Arbitrary<RandomEvent[]> = fc.array(randomEvent, { minLength: 1, maxLength: 40 });

/** The first day of every random ledger. */
export const firstDay: string = "2025-01-01";

/** Decimal text of an integer with digits after the point. */
export function text(value: number, digits: number): string {
  const padded = String(value).padStart(digits + 1, "0");
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** Transactions of events, and closes: the trade price of the day is the close of the day. All in euro. */
export function transactionsOf(events: readonly RandomEvent[]): {
  transactions: Record<string, unknown>[];
  closes: Record<string, [string, string][]>;
  lastDay: string;
} {
  const transactions: Record<string, unknown>[] = [];
  const closes: Record<string, Map<string, string>> = {
    X: new Map([[firstDay, "10"]]),
    Y: new Map([[firstDay, "20"]]),
  };
  let date = addDays(firstDay, 1);
  events.forEach((event, i) => {
    date = addDays(date, event.dayStep);
    const { instrument, account, part } = event;
    const common = { id: `t${i}`, account, tradeDate: date, currency: "EUR" };
    const charges = { feeAmount: text(event.fee, 2), taxAmount: text(event.fee % 7, 2) };
    const close = closes[instrument]!.get(date) ?? text(event.price, 3);
    const units = { instrument, quantity: text(part, 2), unitPrice: close };
    const gross = { grossAmount: text(event.price, 3) };
    switch (event.kind) {
      case "buy":
        closes[instrument]!.set(date, close);
        transactions.push({ ...common, ...units, ...charges, kind: "buy" });
        break;
      case "sell":
        closes[instrument]!.set(date, close);
        // A part may be more than is held: then it is oversold and must have no effect at all.
        transactions.push({ ...common, ...units, ...charges, kind: "sell" });
        break;
      case "split":
        transactions.push({
          id: `t${i}`,
          account,
          tradeDate: date,
          kind: "split",
          instrument,
          ratio: { numerator: String(1 + (part % 5)), denominator: String(1 + (part % 3)) },
        });
        break;
      case "transfer": {
        const half = { tradeDate: date, instrument, quantity: text(part, 2), transferId: `m${i}` };
        transactions.push(
          { id: `t${i}`, kind: "transfer-out", account, ...half },
          { id: `t${i}in`, kind: "transfer-in", account: account === "A" ? "B" : "A", ...half },
        );
        break;
      }
      case "dividend":
      case "return-of-capital":
        transactions.push({ ...common, instrument, ...gross, ...charges, kind: event.kind });
        break;
      default:
        transactions.push({ ...common, ...gross, kind: event.kind });
    }
  });
  const lastDay = addDays(date, 2);
  closes["X"]!.set(lastDay, "12.345");
  closes["Y"]!.set(lastDay, "0.07");
  const sorted = Object.entries(closes).map(([id, dated]) => [id, [...dated].toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  return { transactions, closes: Object.fromEntries(sorted) as Record<string, [string, string][]>, lastDay };
}
