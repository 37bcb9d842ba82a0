import type { EpochDay } from "../calendar/plain-date.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { DirtyInstruments } from "./dirty-instruments.ts";
import type { InstrumentScales } from "./holding-history.ts";
import type { FoundIssue, Ledger, LedgerChange } from "./ledger.ts";
import { isSeenAtSight, rejectAtSight } from "./reject-at-sight.ts";
import { instrumentLedger, replayStep } from "./replay-instrument.ts";
import { type CommonContext, type Replays, replaysOf, scalesFor } from "./replay-rows.ts";
import { sortFound } from "./sort-found.ts";
import { checkpointOf, resume } from "./take-checkpoint.ts";

/**
 * Replays only the instruments that something changed for, each from its last checkpoint before the change; the others are
 * those of the ledger before.
 */
export function replayChanged(previous: Ledger, context: CommonContext, dirty: DirtyInstruments): Ledger {
  const { columns, rates, ...rest } = context;
  const { rejected } = context;
  const rows = rowsToReplay(context, dirty);
  const looked = [...rows, ...dirty.rows];
  rejected.set(previous.rejected);
  rejected.fill(1, previous.rejected.length);
  for (const row of looked) rejected[row] = columns.edited?.removed[row] ?? 0;
  rejectAtSight(context, rows, rows.length);
  const replays = replaysOf(context, scalesFor(context, rows, new Set(dirty.instruments.keys())));
  const starts = resumed(previous, replays, dirty);
  const startOf = (row: number): EpochDay => starts.get(columns.instrument[row]!)?.day ?? -Infinity;
  keepDecided(previous, context, rows, startOf);
  const checkpoints = foldFrom(context, replays, rows, startOf);
  const isAgain = new Set(dirty.rows);
  const isKept = ({ row, issue }: FoundIssue): boolean => {
    if (!dirty.instruments.has(columns.instrument[row]!)) return !isAgain.has(row);
    return columns.day[row]! <= startOf(row) && !isSeenAtSight(issue.code);
  };
  const found = sortFound(columns, [...previous.found.filter(isKept), ...context.found]);
  return {
    token: {},
    change: changeOf(previous, rejected, looked),
    columns,
    baseCurrency: rates.baseCurrency,
    ...rest,
    rates: rates.table,
    instruments: context.currencyOf.map((_, instrument) => {
      if (!dirty.instruments.has(instrument)) return previous.instruments[instrument];
      const replay = replays[instrument];
      const earlier = (previous.instruments[instrument]?.checkpoints ?? []).filter(
        ({ day }) => day <= (starts.get(instrument)?.day ?? -Infinity),
      );
      return (
        replay && { ...instrumentLedger(replay), checkpoints: [...earlier, ...(checkpoints.get(instrument) ?? [])] }
      );
    }),
    found,
    issues: found.map(({ issue }) => issue),
  };
}

/** Rows of the changed instruments, and changed rows of cash alone, in processing order. */
function rowsToReplay({ columns }: CommonContext, { rows, instruments }: DirtyInstruments): number[] {
  const { instrument, edited, count } = columns;
  // Flags, not sets: this looks at every row there is. Flag 0 is for rows without an instrument.
  const isWanted = new Uint8Array(columns.instruments.length + 1);
  for (const position of instruments.keys()) isWanted[position + 1] = 1;
  const ofCash = new Set(rows.filter((row) => instrument[row]! < 0));
  isWanted[0] = ofCash.size > 0 ? 1 : 0;
  const found: number[] = [];
  for (let position = 0; position < count; position++) {
    const row = edited === undefined ? position : edited.order[position]!;
    if (isWanted[instrument[row]! + 1] === 1 && (instrument[row]! >= 0 || ofCash.has(row))) found.push(row);
  }
  return found;
}

/** Puts each replay into its last checkpoint before the change, if there is one at the same scales. */
function resumed(previous: Ledger, replays: Replays, { instruments }: DirtyInstruments): Map<number, Checkpoint> {
  const starts = new Map<number, Checkpoint>();
  for (const [instrument, firstDay] of instruments) {
    const known = previous.instruments[instrument];
    const replay = replays[instrument];
    const checkpoint = known?.checkpoints?.findLast(({ day }) => day < firstDay);
    if (known === undefined || replay === undefined || checkpoint === undefined) continue;
    if (!isSameScale(known.scales, replay.amounts.scales)) continue;
    resume(replay, known, checkpoint);
    starts.set(instrument, checkpoint);
  }
  return starts;
}

function isSameScale(a: InstrumentScales, b: InstrumentScales): boolean {
  return a.quantity === b.quantity && a.booked === b.booked && a.money === b.money && a.base === b.base;
}

/** What the part before the checkpoints has decided stays so; of a pair of transfers the outgoing half decides. */
function keepDecided(
  previous: Ledger,
  { columns, otherHalf, rejected }: CommonContext,
  rows: readonly number[],
  startOf: (row: number) => EpochDay,
): void {
  for (const row of rows) {
    const other = otherHalf[row]!;
    const decider = other >= 0 && columns.kind[row] === kindCode["transfer-in"] ? other : row;
    if (columns.day[decider]! <= startOf(row)) rejected[row] = previous.rejected[row]!;
  }
}

const leastSteps = 512;
const mostCheckpoints = 8;

/** The fold of the rows after each instrument's checkpoint, with new checkpoints on the way, at ends of days. */
function foldFrom(
  { columns, rejected }: CommonContext,
  replays: Replays,
  rows: readonly number[],
  startOf: (row: number) => EpochDay,
): ReadonlyMap<number, readonly Checkpoint[]> {
  const walks = new Map<number, { steps: number; day: EpochDay; checkpoints: Checkpoint[] }>();
  const every = Math.max(leastSteps, Math.ceil(rows.length / mostCheckpoints));
  for (const row of rows) {
    const instrument = columns.instrument[row]!;
    const replay = replays[instrument];
    const day = columns.day[row]!;
    if (replay === undefined || day <= startOf(row)) continue;
    const walk = walks.get(instrument) ?? { steps: 0, day, checkpoints: [] };
    walks.set(instrument, walk);
    if (walk.steps >= every && day > walk.day) {
      walk.checkpoints.push(checkpointOf(replay, walk.day));
      walk.steps = 0;
    }
    walk.day = day;
    walk.steps++;
    if (rejected[row] === 0) replayStep(replay, row);
  }
  return new Map([...walks].map(([instrument, { checkpoints }]) => [instrument, checkpoints]));
}

function changeOf(previous: Ledger, rejected: Uint8Array, rows: readonly number[]): LedgerChange {
  const undone: number[] = [];
  const done: number[] = [];
  for (const row of new Set(rows)) {
    const before = row < previous.rejected.length && previous.rejected[row] === 0;
    const after = rejected[row] === 0;
    if (before && !after) undone.push(row);
    if (after && !before) done.push(row);
  }
  return { from: previous.token, undone, done };
}
