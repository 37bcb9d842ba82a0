import type { Column } from "../../reading/columns.ts";

/** What the columns of Questrade's account activities hold. */
export type QuestradeField =
  | "tradeDate"
  | "settlementDate"
  | "action"
  | "symbol"
  | "description"
  | "quantity"
  | "price"
  | "gross"
  | "commission"
  | "net"
  | "currency"
  | "account"
  | "activityType";

/** The columns of Questrade's account activities; some files swap the last three. */
export const questradeColumns: readonly Column<QuestradeField>[] = [
  { field: "tradeDate", names: ["transaction date"], content: "date", required: true },
  { field: "settlementDate", names: ["settlement date"], content: "date", required: true },
  { field: "action", names: ["action"], required: true },
  { field: "symbol", names: ["symbol"], required: true },
  { field: "description", names: ["description"], required: true },
  { field: "quantity", names: ["quantity"], content: "number", required: true },
  { field: "price", names: ["price"], content: "number", required: true },
  { field: "gross", names: ["gross amount"], content: "number", required: true },
  { field: "commission", names: ["commission"], content: "number", required: true },
  { field: "net", names: ["net amount"], content: "number", required: true },
  { field: "currency", names: ["currency"], content: "currency", required: true },
  { field: "account", names: ["account #", "account number", "account"] },
  { field: "activityType", names: ["activity type"], required: true },
];
