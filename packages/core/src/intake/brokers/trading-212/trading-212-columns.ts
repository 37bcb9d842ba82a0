import type { Column } from "../../reading/columns.ts";

/** Charges on a trade that Trading 212 prints in a column each. */
export const chargeFields = [
  "stampDuty",
  "stampDutyReserveTax",
  "ptmLevy",
  "frenchTax",
  "transactionFee",
  "finraFee",
  "conversionFee",
  "depositFee",
] as const;

/** A column with a charge. */
export type ChargeField = (typeof chargeFields)[number];

/** What the columns of a Trading 212 history hold; each charge has its currency in a column of its own. */
export type Trading212Field =
  | "action"
  | "time"
  | "isin"
  | "ticker"
  | "name"
  | "notes"
  | "id"
  | "shares"
  | "price"
  | "priceCurrency"
  | "rate"
  | "total"
  | "totalCurrency"
  | "tax"
  | "taxCurrency"
  | "fromAmount"
  | "fromCurrency"
  | "toAmount"
  | "toCurrency"
  | "merchant"
  | ChargeField
  | `${ChargeField}Currency`;

const charges: Readonly<Record<ChargeField, string>> = {
  stampDuty: "stamp duty",
  stampDutyReserveTax: "stamp duty reserve tax",
  ptmLevy: "ptm levy",
  frenchTax: "french transaction tax",
  transactionFee: "transaction fee",
  finraFee: "finra fee",
  conversionFee: "currency conversion fee",
  depositFee: "deposit fee",
};

const chargeColumns: readonly Column<Trading212Field>[] = /* @__PURE__ */ chargeFields.flatMap((field) => [
  { field, names: [charges[field]], content: "number" },
  { field: `${field}Currency`, names: [`currency (${charges[field]})`], content: "currency" },
]);

const fixedColumns: readonly Column<Trading212Field>[] = [
  { field: "action", names: ["action"], required: true },
  { field: "time", names: ["time"], content: "date", required: true },
  { field: "isin", names: ["isin"], required: true },
  { field: "ticker", names: ["ticker"], required: true },
  { field: "name", names: ["name"] },
  { field: "notes", names: ["notes"] },
  { field: "id", names: ["id"] },
  { field: "shares", names: ["no. of shares"], content: "number", required: true },
  { field: "price", names: ["price / share"], content: "number", required: true },
  { field: "priceCurrency", names: ["currency (price / share)"], content: "currency" },
  { field: "rate", names: ["exchange rate"], content: "number" },
  { field: "total", names: ["total"], content: "number", required: true },
  { field: "totalCurrency", names: ["currency (total)"], content: "currency" },
  { field: "tax", names: ["withholding tax"], content: "number" },
  { field: "taxCurrency", names: ["currency (withholding tax)"], content: "currency" },
  { field: "fromAmount", names: ["currency conversion from amount"], content: "number" },
  { field: "fromCurrency", names: ["currency (currency conversion from amount)"], content: "currency" },
  { field: "toAmount", names: ["currency conversion to amount"], content: "number" },
  { field: "toCurrency", names: ["currency (currency conversion to amount)"], content: "currency" },
  { field: "merchant", names: ["merchant name"] },
];

/** The columns of a Trading 212 history, which vary by account and period; files of 2020 print `Total (GBP)`. */
export const trading212Columns: readonly Column<Trading212Field>[] = /* @__PURE__ */ fixedColumns.concat(chargeColumns);
