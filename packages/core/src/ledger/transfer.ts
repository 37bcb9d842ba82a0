import { kindCode } from "../transactions/transaction-columns.ts";
import { acquire } from "./acquire.ts";
import { quantityHeld } from "./dispose.ts";
import { holdingOf, type InstrumentReplay, raise } from "./instrument-replay.ts";
import { addLot, record } from "./open-holding.ts";
import { takeParts } from "./relieve.ts";

/** A pair takes effect as one step, at its outgoing half; a half alone moves units to or from outside, with a warning. */
export function transfer(replay: InstrumentReplay, row: number): void {
  const { columns, otherHalf } = replay.context;
  const isOut = columns.kind[row] === kindCode["transfer-out"];
  const other = otherHalf[row]!;
  if (!isOut && other >= 0) return;
  if (other < 0) {
    raise(
      replay,
      "unpaired-transfer",
      row,
      "Half a transfer has no other half, so it counts as coming from or going outside. Pair it, or make it a delivery.",
    );
  }
  return isOut ? moveOut(replay, row, other) : acquire(replay, row);
}

function moveOut(replay: InstrumentReplay, row: number, other: number): void {
  const { columns, rejected } = replay.context;
  const from = holdingOf(replay, columns.account[row]!);
  const quantity = quantityHeld(replay, row, from);
  if (quantity === undefined) {
    if (other >= 0) rejected[other] = 1;
    return;
  }
  const moved = takeParts(replay, from, quantity, row);
  record(from, row, columns.day);
  if (other < 0) return;
  const to = holdingOf(replay, columns.account[other]!);
  for (const part of moved) addLot(to, part);
  record(to, row, columns.day);
}
