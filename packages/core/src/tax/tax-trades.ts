import type { InstrumentId } from "../instrument/instrument.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { type Issue, type IssueCode, issue } from "../outcome/issue.ts";
import type { AccountId } from "../transactions/account.ts";
import { processingOrder } from "../transactions/same-day-order.ts";
import type {
  DeliveryTransaction,
  SplitTransaction,
  TradeTransaction,
  Transaction,
  TransactionId,
  TransferTransaction,
} from "../transactions/transaction.ts";
import { finalNames } from "./final-names.ts";
import { type TaxCurrency, taxAmount } from "./tax-amount.ts";
import type { TaxTrade, TaxTradeBase } from "./tax-trade.ts";
import type { TaxTreatment } from "./tax-treatment.ts";
import { type TransferHalves, transferHalves } from "./transfer-halves.ts";

/** What rows of a tax calculation are made of: everything is an argument. */
export interface TaxTradesInput extends TaxCurrency {
  /** Of one person, all accounts together, in the order of entry. */
  readonly transactions: readonly Transaction[];
  /** How tax law looks at each account; `taxable` for one that is not named. */
  readonly treatments?: ReadonlyMap<AccountId, TaxTreatment>;
}

/** Rows by instrument, and what could not become a row. */
export interface TaxTrades {
  readonly byInstrument: ReadonlyMap<InstrumentId, readonly TaxTrade[]>;
  readonly issues: readonly Issue[];
}

interface Books extends TaxTradesInput {
  readonly halves: TransferHalves;
  readonly nameOf: (instrument: InstrumentId) => InstrumentId;
  readonly rows: TaxTrade[];
  readonly issues: Issue[];
}

/**
 * Rows of tax calculations from transactions, by instrument.
 *
 * Purchases, deliveries and rewards become acquisitions with their fees in the cost, sales disposals less their fees;
 * taxes on trades stay out. Foreign amounts count at the transaction's own `exchangeRate`, else at the rate of its day.
 * An instrument that changed its symbol is one with its successor.
 *
 * Shape: rows in processing order. A row that cannot be made is left out with an issue: no rate (`missing-rate`),
 * mergers, spin-offs and negative quantities (`tax-rule-unclear`), half a transfer (`unpaired-transfer`).
 * Cost: O(n log n).
 *
 * @throws {PortfolioError} `invalid-date`: a trade date is none; `invalid-decimal`: an amount is no decimal text
 * @see docs/methods/tax.md
 * @example
 * const { byInstrument } = taxTrades({
 *   transactions: [
 *     { id: "a", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "USD", instrument: "acme", quantity: "10", unitPrice: "50", feeAmount: "2", exchangeRate: "0.8" },
 *   ],
 *   taxCurrency: "GBP",
 *   baseCurrency: "GBP",
 *   rates: rateTable([]),
 * });
 * byInstrument.get("acme")?.map((row) => (row.kind === "acquisition" ? row.cost : ""));
 * // => ["401.6"]
 */
export function taxTrades(input: TaxTradesInput): TaxTrades {
  const { transactions } = input;
  const ordered = Array.from(processingOrder(transactions), (position) => transactions[position]!);
  const nameOf = finalNames(ordered);
  const books: Books = { ...input, halves: transferHalves(ordered), nameOf, rows: [], issues: [] };
  const seen = new Set<TransactionId>();
  for (const transaction of ordered) {
    if (seen.has(transaction.id)) raise(books, transaction, "duplicate-transaction");
    else addRow(books, transaction);
    seen.add(transaction.id);
  }
  const byInstrument = new Map<InstrumentId, TaxTrade[]>();
  for (const row of books.rows) {
    const known = byInstrument.get(row.instrument);
    if (known === undefined) byInstrument.set(row.instrument, [row]);
    else known.push(row);
  }
  return { byInstrument, issues: books.issues };
}

function addRow(books: Books, transaction: Transaction): void {
  switch (transaction.kind) {
    case "buy":
    case "delivery-in":
    case "staking-reward":
    case "airdrop":
      return addAcquisition(books, transaction, transaction.instrument, transaction.quantity);
    case "sell":
    case "delivery-out":
      return addDisposal(books, transaction);
    case "return-of-capital":
    case "accumulation": {
      const amount = amountOf(books, transaction, 0);
      const kind = transaction.kind === "accumulation" ? "accumulation" : "capital-return";
      if (amount !== undefined) push(books, transaction, transaction.instrument, { kind, amount });
      return;
    }
    case "split":
      return addSplit(books, transaction);
    case "transfer-out":
    case "transfer-in":
      return addTransfer(books, transaction);
    case "merger":
    case "spin-off":
      return raise(books, transaction, "tax-rule-unclear", "reorganization");
    default:
      return undefined;
  }
}

function addAcquisition(
  books: Books,
  transaction: Transaction,
  instrument: InstrumentId,
  quantity: DecimalString,
): void {
  if (!isPositive(books, transaction, quantity)) return;
  const { amount, fault } = taxAmount(transaction, 1, books);
  if (fault === "missing-rate") return raise(books, transaction, "missing-rate");
  if (fault === "no-amount") raise(books, transaction, "missing-cost");
  push(books, transaction, instrument, { kind: "acquisition", quantity, cost: amount ?? "0" });
}

function addDisposal(books: Books, transaction: TradeTransaction | DeliveryTransaction): void {
  const { instrument, quantity, lots, kind } = transaction;
  if (!isPositive(books, transaction, quantity)) return;
  const named = lots === undefined ? {} : { lots };
  const { amount, fault } = taxAmount(transaction, -1, books);
  if (fault === "missing-rate") return raise(books, transaction, "missing-rate");
  if (fault === "no-amount" && kind === "delivery-out") {
    raise(books, transaction, "tax-rule-unclear", "delivery-out");
    return push(books, transaction, instrument, { kind: "departure", quantity, ...named });
  }
  if (fault === "no-amount") raise(books, transaction, "tax-rule-unclear", "no-proceeds");
  push(books, transaction, instrument, { kind: "disposal", quantity, proceeds: amount ?? "0", ...named });
}

/** A split counts for the instrument wherever it is listed. */
function addSplit(books: Books, transaction: SplitTransaction): void {
  const { ratio } = transaction;
  const isRatio = [ratio?.numerator, ratio?.denominator].every(
    (part) => part !== undefined && parseFixedPoint(part).digits > 0n,
  );
  if (!isRatio) return raise(books, transaction, "unsupported-kind");
  const { treatment: _, ...place } = baseOf(books, transaction, transaction.instrument);
  books.rows.push({ ...place, kind: "split", ratio });
}

/** A pair is one step, on the day of its outgoing half; half a pair arrives or leaves by itself. */
function addTransfer(books: Books, transaction: TransferTransaction): void {
  const { instrument, quantity, lots, kind } = transaction;
  if (instrument === undefined || quantity === undefined || !isPositive(books, transaction, quantity)) return;
  const named = lots === undefined ? {} : { lots };
  const other = books.halves.get(transaction.id);
  if (other === undefined) raise(books, transaction, "unpaired-transfer");
  const [own, across] = [treatmentOf(books, transaction.account), other && treatmentOf(books, other.account)];
  if (other !== undefined && own === across) {
    if (kind === "transfer-out" && own === "taxable")
      push(books, transaction, instrument, { kind: "transfer", quantity, toAccount: other.account, ...named });
    return;
  }
  // Between a taxable account and one that is not, law often sees a sale at market value: the person decides.
  if (other !== undefined && own === "taxable") raise(books, transaction, "tax-rule-unclear", "crossing");
  if (own !== "taxable" && other !== undefined) return;
  if (kind === "transfer-out") return push(books, transaction, instrument, { kind: "departure", quantity, ...named });
  const { amount = "0" } = taxAmount(transaction, 1, books);
  push(books, transaction, instrument, { kind: "acquisition", quantity, cost: amount });
}

function amountOf(books: Books, transaction: Transaction, fee: 1 | 0 | -1): DecimalString | undefined {
  const { amount, fault } = taxAmount(transaction, fee, books);
  if (fault === "missing-rate") raise(books, transaction, "missing-rate");
  return amount;
}

/** A negative quantity corrects another row, and no rule says which: it is left out, with an issue. */
function isPositive(books: Books, transaction: Transaction, quantity: DecimalString): boolean {
  const { digits } = parseFixedPoint(quantity);
  if (digits < 0n) raise(books, transaction, "tax-rule-unclear", "correction");
  return digits > 0n;
}

type RowPart<Row = TaxTrade> = Row extends TaxTrade ? Omit<Row, keyof TaxTradeBase> : never;

function push(books: Books, transaction: Transaction, instrument: InstrumentId, part: RowPart): void {
  books.rows.push({ ...baseOf(books, transaction, instrument), ...part });
}

function baseOf(books: Books, transaction: Transaction, instrument: InstrumentId): TaxTradeBase {
  const { id, account, tradeDate, settlementDate } = transaction;
  return {
    transaction: id,
    instrument: books.nameOf(instrument),
    account,
    date: tradeDate,
    treatment: treatmentOf(books, account),
    ...(settlementDate === undefined ? {} : { settlementDate }),
  };
}

function treatmentOf({ treatments }: TaxTradesInput, account: AccountId): TaxTreatment {
  return treatments?.get(account) ?? "taxable";
}

const messages = {
  "duplicate-transaction":
    "Another transaction has the same id, so the tax calculation leaves this one out. Give it an id of its own, or remove it.",
  "missing-rate":
    "No exchange rate is known on or before this day, so the tax calculation leaves the transaction out. Add the rate.",
  "missing-cost": "The units arrived without an amount, so their cost counts as 0. Enter what they had cost.",
  "unpaired-transfer":
    "The other half of this transfer is missing, so the units arrive at the stated amount, or leave without a gain. Add the other half.",
  "unsupported-kind": "A split needs a ratio of two positive numbers. Edit its ratio.",
  "tax-rule-unclear": "The tax calculation cannot decide how to treat this transaction. Look at it by hand.",
} satisfies Partial<Record<IssueCode, string>>;

const unclear = {
  reorganization:
    "Tax rules do not compute mergers and spin-offs, so the tax calculation leaves this one out. Enter what it means as a sale and purchases, or a split, for the tax report.",
  "delivery-out":
    "The delivery states no amount, so the units leave without a gain. If it was a disposal, enter its proceeds.",
  "no-proceeds": "The sale states no amount, so its proceeds count as 0. Enter what it brought.",
  crossing:
    "Units moved between a taxable account and one that is not; they leave without a gain or arrive at the stated amount. If the law sees a sale at market value, enter it as one.",
  correction:
    "A negative quantity corrects another transaction, and a tax rule cannot say which, so it is left out. Remove the transaction it corrects, or edit that one.",
} as const;

function raise(
  books: Books,
  transaction: Transaction,
  code: keyof typeof messages,
  which?: keyof typeof unclear,
): void {
  const { id, account, tradeDate } = transaction;
  const instrument = "instrument" in transaction ? transaction.instrument : undefined;
  // A purchase of an account that is not taxable matters too, but its own gaps do not.
  if (treatmentOf(books, account) !== "taxable" && code !== "missing-rate") return;
  const place = {
    transactionId: id,
    ...(instrument === undefined ? {} : { instrumentId: instrument }),
    accountId: account,
  };
  books.issues.push(issue(code, which === undefined ? messages[code] : unclear[which], place, tradeDate));
}
