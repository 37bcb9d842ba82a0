import type { StepLabel } from "../engine/storage-protocol.ts";

const words: Readonly<Record<StepLabel["kind"], string>> = {
  entry: "entry",
  edit: "edit",
  removal: "removal",
  restoration: "restoration",
  import: "import",
  "import-undo": "undoing the import",
  account: "change of an account",
  instrument: "change of an instrument",
  price: "change of a price",
  setting: "change of a setting",
  taxonomy: "change of a taxonomy",
  target: "change of a target allocation",
  goal: "change of a goal",
  note: "change of a note",
  watchlist: "change of the watchlist",
  merge: "restoring a backup",
};

/** A step of undo in words: "import of broker.csv (120 transactions)". */
export function stepWords({ kind, subject, count }: Pick<StepLabel, "kind" | "subject" | "count">): string {
  const name = kind === "import" && subject !== "" ? ` of ${subject}` : kind === "import-undo" ? ` ${subject}` : "";
  return `${words[kind]}${name}${count > 1 ? ` (${count} transactions)` : ""}`;
}
