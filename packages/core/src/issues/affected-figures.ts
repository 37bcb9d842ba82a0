import type { IssueCode } from "../outcome/issue.ts";
import type { TransactionKind } from "../transactions/transaction-kind.ts";

/** A figure that an issue may leave incomplete: of an instrument, of cash, of a scope. */
export type AffectedFigure =
  | "quantity"
  | "costBasis"
  | "marketValue"
  | "unrealizedGain"
  | "realizedGain"
  | "income"
  | "totalGain"
  | "dayChange"
  | "cash"
  | "totalValue"
  | "netContribution";

const value = ["marketValue", "unrealizedGain", "totalGain", "dayChange", "totalValue"] as const;
const units = ["quantity", "costBasis", "realizedGain", ...value] as const;
const money = ["cash", "totalValue"] as const;
const cost = ["costBasis", "unrealizedGain", "realizedGain", "totalGain"] as const;
const matching = ["costBasis", "unrealizedGain", "realizedGain"] as const;
const received = ["income", "totalGain"] as const;

/** What a transaction of each kind takes part in: all of this lacks it when it is left out. */
const takesPartIn: Readonly<Record<TransactionKind, readonly AffectedFigure[]>> = {
  buy: [...units, ...money],
  sell: [...units, ...money],
  deposit: [...money, "netContribution"],
  withdrawal: [...money, "netContribution"],
  "transfer-in": [...units, "cash", "netContribution"],
  "transfer-out": [...units, "cash", "netContribution"],
  "delivery-in": [...units, "netContribution"],
  "delivery-out": [...units, "netContribution"],
  dividend: [...received, ...money],
  interest: [...received, ...money],
  "interest-charge": [...received, ...money],
  "return-of-capital": [...cost, ...money],
  accumulation: [...cost, "income", ...money],
  fee: money,
  "fee-refund": money,
  tax: money,
  "tax-refund": money,
  "currency-exchange": money,
  split: units,
  merger: [...units, ...money],
  "spin-off": [...units, ...money],
  "symbol-change": units,
  "staking-reward": [...units, "income", ...money],
  airdrop: [...units, "income", ...money],
};

/** The transaction has no effect at all: whatever it would have taken part in lacks it. */
const leavesOut = new Set<IssueCode>(["oversold", "unknown-instrument", "unsupported-kind", "future-date"]);

/** A transaction that has its effect, but on a figure that is not known. */
const ofTransaction: Partial<Record<IssueCode, readonly AffectedFigure[]>> = {
  "missing-cost": cost,
  "ambiguous-lots": matching,
  "unpaired-transfer": ["netContribution"],
};

/** Where no rate is known for one transaction; of the other kinds their cost or proceeds. */
const lacksRate: Partial<Record<TransactionKind, readonly AffectedFigure[]>> = {
  deposit: ["netContribution"],
  withdrawal: ["netContribution"],
  "delivery-in": [...cost, "netContribution"],
  "delivery-out": [...cost, "netContribution"],
  "transfer-in": [...cost, "netContribution"],
  "transfer-out": ["netContribution"],
  dividend: received,
  interest: received,
  "interest-charge": received,
  accumulation: [...cost, "income"],
  "staking-reward": [...cost, "income"],
  airdrop: [...cost, "income"],
};

/** Where no price is known for one transaction. */
const lacksPrice: Partial<Record<TransactionKind, readonly AffectedFigure[]>> = {
  "delivery-in": ["netContribution"],
  "delivery-out": ["realizedGain", "totalGain", "netContribution"],
  "transfer-in": ["netContribution"],
  "transfer-out": ["netContribution"],
  merger: matching,
};

/** Kinds that flow into or out of an instrument by itself, so that a scope without cash lacks what they lack. */
const instrumentFlowKinds = new Set<TransactionKind>([
  "buy",
  "sell",
  "dividend",
  "interest",
  "return-of-capital",
  "fee",
  "fee-refund",
  "merger",
  "spin-off",
  "symbol-change",
]);

/** What holdings and balances themselves may lack. */
const ofState: Partial<Record<IssueCode, readonly AffectedFigure[]>> = {
  "negative-cash": [...money, "netContribution"],
  "missing-price": value,
  "stale-price": value,
  "missing-rate": [...value, "cash"],
};

/**
 * Which figures an issue leaves incomplete, by its code and the kind of the transaction it names; none for those that only
 * inform. All other figures stand.
 *
 * In a scope of instruments, which is without cash, trades and distributions are flows as well.
 * The figures are those of the instruments, accounts and currencies the issue touches, and of every total they are in.
 *
 * @see docs/methods/issues.md
 */
export function affectedFigures(
  code: IssueCode,
  kind?: TransactionKind,
  { isWithoutCash = false }: { readonly isWithoutCash?: boolean } = {},
): readonly AffectedFigure[] {
  if (kind === undefined) return ofState[code] ?? [];
  const isFlow = isWithoutCash && instrumentFlowKinds.has(kind);
  const flow: readonly AffectedFigure[] = isFlow ? ["netContribution"] : [];
  if (leavesOut.has(code)) return [...takesPartIn[kind], ...flow];
  if (code === "missing-rate") return [...(lacksRate[kind] ?? cost), ...flow];
  if (code === "missing-price") return [...(lacksPrice[kind] ?? []), ...flow];
  return ofTransaction[code] ?? [];
}
