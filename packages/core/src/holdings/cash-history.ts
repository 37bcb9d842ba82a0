import type { EpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { digitsAt } from "../numbers/fixed-point.ts";
import { type Integer, minus, plus, toInteger } from "../numbers/integer.ts";
import { type IntegerList, integerAt, integerList, pushInteger } from "../numbers/integer-list.ts";
import { type CashEffect, cashEffects, pushCashEffects } from "../ledger/cash-effect.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** Cash of one currency in one account: the balance at the close of each day that changed it, as integers at one scale. */
export interface CashHistory {
  readonly account: number;
  readonly currency: CurrencyCode;
  readonly scale: number;
  readonly days: readonly EpochDay[];
  readonly balances: IntegerList;
  /** How many transactions moved it. */
  readonly movements: number;
}

/** A movement of cash: at the scale of its history, signed. */
interface Movement {
  readonly day: EpochDay;
  readonly amount: Integer;
}

const known = new WeakMap<object, readonly CashHistory[]>();

/**
 * The history of every cash balance of a ledger, by account and currency. Exact: cash is only added and subtracted.
 *
 * Built once per ledger; for one that came out of a change, from those of the ledger before. Cost: O(transactions), after a
 * change O(days of the balances it touches).
 */
export function cashHistories(ledger: Ledger): readonly CashHistory[] {
  const built = known.get(ledger.token) ?? followed(ledger) ?? wholeHistories(ledger);
  known.set(ledger.token, built);
  return built;
}

function wholeHistories(ledger: Ledger): readonly CashHistory[] {
  const effects = cashEffects(ledger);
  const scales = new Map<CurrencyCode, number>();
  for (const { currency, amount } of effects) scales.set(currency, Math.max(scales.get(currency) ?? 0, amount.scale));
  const histories = new Map<string, CashHistory>();
  for (const [key, moved] of byBalance(effects)) {
    const { account, currency } = moved[0]!;
    const empty = emptyHistory(account, currency, scales.get(currency)!);
    histories.set(key, withMovements(empty, movementsOf(ledger, moved, empty.scale), moved.length));
  }
  return inOrder(ledger, [...histories.values()]);
}

/** The histories of the ledger before with what a change undid and did; undefined when they are not known, or too coarse. */
function followed(ledger: Ledger): readonly CashHistory[] | undefined {
  const { change, columns } = ledger;
  const before = change && known.get(change.from);
  if (change === undefined || before === undefined) return undefined;
  const undone: CashEffect[] = [];
  const done: CashEffect[] = [];
  for (const row of change.undone) pushCashEffects(columns, row, undone);
  for (const row of change.done) pushCashEffects(columns, row, done);
  if (undone.length + done.length === 0) return before;
  const scales = new Map(before.map(({ currency, scale }) => [currency, scale]));
  if (done.some(({ currency, amount }) => amount.scale > (scales.get(currency) ?? -1))) return undefined;
  const histories = new Map(before.map((history) => [keyOf(history), history]));
  const gone = byBalance(undone);
  const come = byBalance(done);
  for (const key of new Set([...gone.keys(), ...come.keys()])) {
    const [out, into] = [gone.get(key) ?? [], come.get(key) ?? []];
    const { account, currency } = (out[0] ?? into[0])!;
    const history = histories.get(key) ?? emptyHistory(account, currency, scales.get(currency)!);
    const taken = movementsOf(ledger, out, history.scale).map(({ day, amount }) => ({ day, amount: minus(0, amount) }));
    const movements = [...taken, ...movementsOf(ledger, into, history.scale)];
    histories.set(key, withMovements(history, movements, into.length - out.length));
  }
  return inOrder(ledger, [...histories.values()]);
}

function emptyHistory(account: number, currency: CurrencyCode, scale: number): CashHistory {
  return { account, currency, scale, days: [], balances: integerList(), movements: 0 };
}

function keyOf({ account, currency }: Pick<CashHistory, "account" | "currency">): string {
  return `${account} ${currency}`;
}

function byBalance(effects: readonly CashEffect[]): Map<string, CashEffect[]> {
  const groups = new Map<string, CashEffect[]>();
  for (const effect of effects) {
    const key = keyOf(effect);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [effect]);
    else group.push(effect);
  }
  return groups;
}

function movementsOf({ columns }: Ledger, effects: readonly CashEffect[], scale: number): Movement[] {
  return effects.map(({ row, amount }) => ({ day: columns.day[row]!, amount: toInteger(digitsAt(amount, scale)) }));
}

/** A history with more movements; only days on which the balance is another one have an entry. */
function withMovements(history: CashHistory, moved: readonly Movement[], count: number): CashHistory {
  const movements = moved.toSorted((a, b) => a.day - b.day);
  const days: EpochDay[] = [];
  const balances = integerList(new Float64Array(history.days.length + movements.length));
  let shift: Integer = 0;
  let entry = 0;
  let next = 0;
  while (entry < history.days.length || next < movements.length) {
    const day = Math.min(history.days[entry] ?? Infinity, movements[next]?.day ?? Infinity);
    if (history.days[entry] === day) entry++;
    while (movements[next]?.day === day) shift = plus(shift, movements[next++]!.amount);
    const before = entry === 0 ? 0 : integerAt(history.balances, entry - 1);
    pushChange(days, balances, day, plus(before, shift));
  }
  return { ...history, days, balances, movements: history.movements + count };
}

function pushChange(days: EpochDay[], balances: IntegerList, day: EpochDay, balance: Integer): void {
  const last = days.length === 0 ? 0 : integerAt(balances, days.length - 1);
  if (balance === last) return;
  days.push(day);
  pushInteger(balances, balance);
}

/** Balances that ever moved, by account and currency: not in the order in which they became known. */
function inOrder({ columns }: Ledger, histories: readonly CashHistory[]): readonly CashHistory[] {
  const keys = new Map(
    histories.map((history) => [history, `${columns.accounts[history.account]!} ${history.currency}`]),
  );
  return histories.filter(({ movements }) => movements > 0).sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1));
}
