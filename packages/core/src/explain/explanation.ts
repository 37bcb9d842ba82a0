import { type EpochDay, fromEpochDay, type PlainDate } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type TransactionKind, transactionKinds } from "../transactions/transaction-kind.ts";
import type { ExplainOptions } from "./explain-options.ts";
import { type LotSteps, lotSteps } from "./lot-steps.ts";
import { transactionWords } from "./transaction-words.ts";

/** What every part of an explanation works with: the ledger, the prices, the options, and the lots of each step once asked for. */
export interface Explanation {
  readonly ledger: Ledger;
  readonly prices: Prices;
  readonly options: ExplainOptions;
  /** Which lots each step took or found; replays the ledger at the first call. */
  readonly lotSteps: () => LotSteps;
  /** Dates already written out, by day: every node of a transaction asks for its own. */
  readonly dates: Map<EpochDay, PlainDate>;
}

/** Starts an explanation. */
export function explanation(ledger: Ledger, prices: Prices, options: ExplainOptions): Explanation {
  let steps: LotSteps | undefined;
  return { ledger, prices, options, lotSteps: () => (steps ??= lotSteps(ledger)), dates: new Map() };
}

/** The kind of a row's transaction. */
export function kindOf({ ledger: { columns } }: Explanation, row: number): TransactionKind {
  return transactionKinds[columns.kind[row]!]!;
}

/** The day of a row. */
export function dateOf({ ledger: { columns }, dates }: Explanation, row: number): PlainDate {
  const day = columns.day[row]!;
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = fromEpochDay(day);
  dates.set(day, date);
  return date;
}

/** How an instrument is called. */
export function nameOf({ options }: Explanation, instrument: InstrumentId): string {
  return options.nameOf?.(instrument) ?? instrument;
}

/** What labels say of a row: its kind, its id and its day. */
export function partsOf(x: Explanation, row: number): { transaction: string; kind: string; id: string; date: string } {
  const kind = kindOf(x, row);
  return { transaction: transactionWords[kind], kind, id: x.ledger.columns.ids[row]!, date: dateOf(x, row) };
}
