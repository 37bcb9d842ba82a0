import type { EpochDay } from "../calendar/plain-date.ts";
import { editOf, tokenOf } from "../transactions/edit-columns.ts";
import type { Ledger, LedgerInput } from "./ledger.ts";
import { instrumentLinks } from "./linked-scales.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import type { CommonContext } from "./replay-rows.ts";

/** Above this share of all instruments a whole replay is as quick. */
const mostShare = 1 / 5;

/** What has to be replayed to follow a change. */
export interface DirtyInstruments {
  /** Rows that were added or removed. */
  readonly rows: readonly number[];
  /** Positions of instruments whose figures may differ, and from which day on; -Infinity for all of them. */
  readonly instruments: ReadonlyMap<number, EpochDay>;
}

/**
 * The instruments that a change concerns, with those that corporate actions link them to; undefined when the ledger before
 * is not the one of the columns before, or so much has changed that everything is replayed.
 */
export function dirtyInstruments(
  previous: Ledger,
  input: LedgerInput,
  context: CommonContext,
): DirtyInstruments | undefined {
  const { columns } = input;
  const edit = editOf(columns);
  const isSame = columns === previous.columns;
  if (!isSame && (edit === undefined || edit.from !== tokenOf(previous.columns))) return undefined;
  if (!isSameGround(previous, input, context)) return undefined;
  const rows = isSame ? [] : edit!.rows;
  const instruments = new Map<number, EpochDay>();
  const add = (row: number): void => {
    const toInstrument = columns.details.get(row)?.toInstrument;
    if (columns.instrument[row]! >= 0) addFrom(instruments, columns.instrument[row]!, columns.day[row]!);
    if (toInstrument !== undefined) addFrom(instruments, columns.instruments.indexOf(toInstrument), -Infinity);
  };
  rows.forEach(add);
  rowsOfOtherPairs(previous, context).forEach(add);
  changedKeys(previous.deliveryValues, context.deliveryValues, (a, b) => a === b).forEach(add);
  changedKeys(
    previous.reorganizationCloses,
    context.reorganizationCloses,
    (a, b) => a?.instrument === b?.instrument && a?.toInstrument === b?.toInstrument,
  ).forEach(add);
  addOfChangedMethods(previous, context, instruments);
  context.currencyOf.forEach((currency, instrument) => {
    if (instrument < previous.currencyOf.length && currency !== previous.currencyOf[instrument])
      addFrom(instruments, instrument, -Infinity);
  });
  addLinked(context, instruments);
  return instruments.size > Math.max(columns.instruments.length * mostShare, 1) ? undefined : { rows, instruments };
}

function addFrom(instruments: Map<number, EpochDay>, instrument: number, day: EpochDay): void {
  instruments.set(instrument, Math.min(day, instruments.get(instrument) ?? Infinity));
}

function isSameGround(previous: Ledger, input: LedgerInput, { options, lastDay }: CommonContext): boolean {
  const fields = Object.keys(options) as (keyof LedgerOptions)[];
  return (
    previous.rates === input.rates &&
    previous.baseCurrency === input.baseCurrency &&
    previous.lastDay === lastDay &&
    fields.every((field) => previous.options[field] === options[field])
  );
}

/** Halves of transfers that have another pair than before, or none any more. */
function rowsOfOtherPairs({ otherHalf: before }: Ledger, { otherHalf: after }: CommonContext): number[] {
  if (before === after) return [];
  const rows: number[] = [];
  after.forEach((other, row) => {
    if (other !== (before[row] ?? -1)) rows.push(row);
  });
  return rows;
}

function changedKeys<Value>(
  before: ReadonlyMap<number, Value>,
  after: ReadonlyMap<number, Value>,
  isEqual: (a: Value | undefined, b: Value | undefined) => boolean,
): number[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((row) => !isEqual(before.get(row), after.get(row)));
}

function addOfChangedMethods(previous: Ledger, { methods }: CommonContext, instruments: Map<number, EpochDay>): void {
  const changed = new Set(
    methods.flatMap((method, account) => (method === (previous.methods[account] ?? method) ? [] : [account])),
  );
  if (changed.size === 0) return;
  for (const instrument of previous.instruments)
    if (instrument?.holdings.some(({ account }) => changed.has(account)) === true)
      addFrom(instruments, instrument.instrument, -Infinity);
}

/** Lots and scales move along corporate actions, so linked instruments are replayed together. */
function addLinked({ columns }: CommonContext, instruments: Map<number, EpochDay>): void {
  if (instruments.size === 0) return;
  const links = instrumentLinks(columns);
  for (let size = -1; size !== instruments.size;) {
    size = instruments.size;
    for (const { from, to } of links) {
      if (to < 0 || (!instruments.has(from) && !instruments.has(to))) continue;
      instruments.set(from, -Infinity);
      instruments.set(to, -Infinity);
    }
  }
}
