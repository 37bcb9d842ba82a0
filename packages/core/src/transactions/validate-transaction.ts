import { isPlainDate } from "../calendar/plain-date.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { type TransactionKind, transactionKinds } from "./transaction-kind.ts";

/** What keeps plain data from being a transaction: the field, and a sentence with what to do. */
export interface TransactionFault {
  readonly field: string;
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

const positionFields = ["instrument", "quantity", "currency"];
const cashFields = ["currency", "grossAmount"];
const distributionFields = ["instrument", "currency", "grossAmount"];
const reorganizationFields = ["instrument", "toInstrument"];

/** What a kind cannot do without, besides id, account and date. A transfer is of an instrument or of cash. */
const neededFields: Readonly<Record<TransactionKind, readonly string[]>> = {
  buy: positionFields,
  sell: positionFields,
  deposit: cashFields,
  withdrawal: cashFields,
  "transfer-in": [],
  "transfer-out": [],
  "delivery-in": positionFields,
  "delivery-out": positionFields,
  dividend: distributionFields,
  interest: cashFields,
  "interest-charge": cashFields,
  "return-of-capital": distributionFields,
  accumulation: distributionFields,
  fee: cashFields,
  "fee-refund": cashFields,
  tax: cashFields,
  "tax-refund": cashFields,
  "currency-exchange": ["currency", "grossAmount", "toCurrency", "toAmount"],
  split: ["instrument", "ratio"],
  merger: reorganizationFields,
  "spin-off": reorganizationFields,
  "symbol-change": reorganizationFields,
  "staking-reward": positionFields,
  airdrop: positionFields,
};

const textFields = ["instrument", "toInstrument", "currency", "toCurrency", "transferId"];
const dateFields = ["settlementDate", "exDate"];
const decimalFields = [
  "quantity",
  "unitPrice",
  "grossAmount",
  "instrumentGrossAmount",
  "feeAmount",
  "taxAmount",
  "accruedInterest",
  "exchangeRate",
  "toAmount",
  "costProportion",
];
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/**
 * The first fault that keeps plain data from being a transaction; undefined when there is none.
 *
 * Asked wherever data comes in from outside (a file, a form, an export): a transaction that cannot be packed would keep
 * the whole portfolio from being opened. What is only odd, such as a sale of more than is held, is for the ledger to say.
 */
export function validateTransaction(transaction: Fields): TransactionFault | undefined {
  const { kind } = transaction;
  if (!isKind(kind)) return { field: "kind", message: `"${String(kind)}" is no kind of transaction. Choose one.` };
  const needed = isTransfer(kind) ? transferFields(transaction) : neededFields[kind];
  const missing = ["id", "account", "tradeDate", ...needed].find((field) => isAbsent(transaction[field]));
  if (missing !== undefined) return { field: missing, message: `The transaction "${kind}" has no ${missing}. Add it.` };
  return (
    textFault(transaction) ??
    dateFault(transaction) ??
    decimalFault(transaction) ??
    ratioFault(transaction) ??
    lotsFault(transaction)
  );
}

function isKind(kind: unknown): kind is TransactionKind {
  return transactionKinds.includes(kind as TransactionKind);
}

function isTransfer(kind: TransactionKind): boolean {
  return kind === "transfer-in" || kind === "transfer-out";
}

function transferFields({ instrument }: Fields): readonly string[] {
  return isAbsent(instrument) ? cashFields : ["instrument", "quantity"];
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function textFault(transaction: Fields): TransactionFault | undefined {
  const field = ["id", "account", ...textFields].find((name) => isFaulty(transaction[name], isText));
  return field === undefined ? undefined : { field, message: `The ${field} is no text. Correct it.` };
}

function dateFault(transaction: Fields): TransactionFault | undefined {
  const field = ["tradeDate", ...dateFields].find((name) => isFaulty(transaction[name], isDate));
  if (field !== undefined)
    return { field, message: `The ${field} "${String(transaction[field])}" is no date. Write it as 2026-11-20.` };
  if (!isFaulty(transaction["time"], (value) => isText(value) && timeOfDay.test(value))) return undefined;
  return { field: "time", message: `The time "${String(transaction["time"])}" is no time of day. Write it as 09:30.` };
}

function decimalFault(transaction: Fields): TransactionFault | undefined {
  const field = decimalFields.find((name) => isFaulty(transaction[name], isDecimal));
  if (field === undefined) return undefined;
  return { field, message: `The ${field} "${String(transaction[field])}" is no decimal number. Write it as 1234.56.` };
}

function ratioFault({ ratio }: Fields): TransactionFault | undefined {
  if (ratio === undefined) return undefined;
  const { numerator, denominator } = (ratio ?? {}) as Fields;
  if (isDecimal(numerator) && isDecimal(denominator) && isPositive(numerator) && isPositive(denominator))
    return undefined;
  return { field: "ratio", message: "The ratio is not of two numbers above 0. Write it as 4:1." };
}

function lotsFault({ lots }: Fields): TransactionFault | undefined {
  if (lots === undefined) return undefined;
  const isLot = (lot: unknown): boolean => {
    const { transaction, quantity } = (lot ?? {}) as Fields;
    return isText(transaction) && isDecimal(quantity);
  };
  if (Array.isArray(lots) && lots.every(isLot)) return undefined;
  return { field: "lots", message: "A chosen lot lacks its transaction or its quantity. Choose the lots again." };
}

function isFaulty(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return value !== undefined && !isRight(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isDate(value: unknown): boolean {
  return isText(value) && isPlainDate(value);
}

function isDecimal(value: unknown): value is string {
  if (!isText(value)) return false;
  try {
    parseFixedPoint(value);
    return true;
  } catch {
    return false;
  }
}

function isPositive(text: string): boolean {
  return !text.startsWith("-") && /[1-9]/.test(text);
}
