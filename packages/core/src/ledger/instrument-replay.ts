import { fromEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Integer } from "../numbers/integer.ts";
import type { NumberRoom } from "../numbers/number-room.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import type { OpenLot } from "../lots/open-lot.ts";
import type { CostBasisMethod } from "../transactions/account.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import { type ExpectedEntries, type HoldingHistory, holdingHistory } from "./holding-history.ts";
import type { FoundIssue, ReorganizationCloses } from "./ledger.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { type OpenHolding, openHolding } from "./open-holding.ts";
import type { SplitEvent } from "./split-event.ts";
import type { TradeAmounts } from "./trade-amounts.ts";
import type { TransactionRates } from "./transaction-rates.ts";

/** What the replay of one instrument shares with the others. */
export interface ReplayContext {
  readonly columns: TransactionColumns;
  readonly options: LedgerOptions;
  /** The cost-basis method of each account, by its position. */
  readonly methods: readonly CostBasisMethod[];
  readonly rates: TransactionRates;
  readonly otherHalf: Int32Array;
  /** Written by the replay: 1 for a transaction that has no effect. */
  readonly rejected: Uint8Array;
  readonly deliveryValues: ReadonlyMap<number, string>;
  readonly reorganizationCloses: ReadonlyMap<number, ReorganizationCloses>;
  /** All instruments, by their position: a corporate action leads from one to another. */
  readonly replays: readonly (InstrumentReplay | undefined)[];
  readonly found: FoundIssue[];
  /** Where the histories are written. */
  readonly room: NumberRoom;
  readonly observer?: ReplayObserver | undefined;
}

/** Someone who watches a replay and changes nothing: told of each step, and of each lot before units are taken from it. */
export interface ReplayObserver {
  beforeStep(replay: InstrumentReplay, row: number): void;
  afterStep(replay: InstrumentReplay, row: number): void;
  /** Up to `wanted` units are about to leave the lot, in the step that is under way. */
  beforeTaking(lot: OpenLot, wanted: Integer): void;
}

/** The accumulator of the fold over one instrument's transactions; each step writes to it. */
export interface InstrumentReplay {
  readonly context: ReplayContext;
  readonly instrument: number;
  readonly currency: CurrencyCode;
  readonly amounts: TradeAmounts;
  /** The same without charges, whatever the options say. */
  readonly grossAmounts: TradeAmounts;
  readonly histories: HoldingHistory[];
  /** 10^(money scale - booked scale): what turns a booked amount into one at the money scale. */
  readonly gap: bigint;
  readonly expected: ExpectedEntries;
  /** The holding of each account, by account position. */
  readonly open: (OpenHolding | undefined)[];
  lastSplit: SplitEvent | undefined;
}

/** The holding of an account, opened empty when the account first meets the instrument. */
export function holdingOf(replay: InstrumentReplay, account: number): OpenHolding {
  return (replay.open[account] ??= openedHolding(replay, account));
}

/** Most instruments are held in one account: its history gets room for all of their transactions at once. */
function openedHolding(replay: InstrumentReplay, account: number): OpenHolding {
  const { context, instrument, amounts, histories, gap } = replay;
  const expected = histories.length === 0 ? replay.expected : { rows: 16, reductions: 4 };
  const history = holdingHistory(account, instrument, amounts.isBase, gap, context.room, expected);
  histories.push(history);
  return openHolding(history, context.columns, amounts.isBase, context.methods[account]!);
}

/** Names a fault of a transaction and goes on. */
export function raise(
  { context, instrument }: InstrumentReplay,
  code: Issue["code"],
  row: number,
  message: string,
): void {
  const { columns, found } = context;
  const source = {
    transactionId: columns.ids[row]!,
    instrumentId: columns.instruments[instrument]!,
    accountId: columns.accounts[columns.account[row]!]!,
  };
  found.push({ row, issue: issue(code, message, source, fromEpochDay(columns.day[row]!)) });
}

/** Leaves a transaction out whole, with an issue. */
export function reject(
  replay: InstrumentReplay,
  code: "oversold" | "unsupported-kind",
  row: number,
  message: string,
): void {
  replay.context.rejected[row] = 1;
  raise(replay, code, row, message);
}

/** Says that a transaction's currency has no rate on its day. */
export function raiseMissingRate(replay: InstrumentReplay, row: number): void {
  const { columns, rates } = replay.context;
  const currency = columns.currencies[columns.currency[row]!] ?? replay.currency;
  raise(
    replay,
    "missing-rate",
    row,
    `No exchange rate of ${currency} to ${rates.baseCurrency} is known on this day, so figures in ${rates.baseCurrency} leave it out. Fetch the rates, or state the broker's rate on the transaction.`,
  );
}
