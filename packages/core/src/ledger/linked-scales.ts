import { isLaterRow, isLiveRow } from "../transactions/row-order.ts";
import { kindCode, type TransactionColumns } from "../transactions/transaction-columns.ts";
import { leastMoneyScale, type NeededScales } from "./trade-amounts.ts";

const links = new Set([kindCode.merger, kindCode["spin-off"], kindCode["symbol-change"]]);

/**
 * Gives instruments that a corporate action leads to the scales of those they come from, so that lots move over without
 * being rounded. Repeated until nothing grows, for chains of actions; a portfolio has few.
 */
export function linkScales(needed: readonly (NeededScales | undefined)[], columns: TransactionColumns): void {
  const pairs: [NeededScales, NeededScales][] = [];
  for (const { row, from: instrument, to: toInstrument } of instrumentLinks(columns)) {
    const [from, to] = [needed[instrument], needed[toInstrument]];
    if (from === undefined || to === undefined || from === to) continue;
    // New units are a product with a ratio, costs are shares: both need the guard digits.
    if (columns.kind[row] !== kindCode["symbol-change"]) to.quantity = Math.max(to.quantity, leastMoneyScale);
    pairs.push([from, to]);
  }
  for (const pair of pairs) for (const each of pair) each.isDivided = true;
  for (let isGrowing = pairs.length > 0; isGrowing;) {
    isGrowing = false;
    for (const [from, to] of pairs) {
      isGrowing = grow(to, "quantity", from.quantity) || isGrowing;
      isGrowing = grow(to, "booked", Math.max(from.booked, leastMoneyScale) + from.rate) || isGrowing;
      isGrowing = grow(to, "rate", from.rate) || isGrowing;
    }
    // A cycle of renames would grow for ever; beyond this a crumb at the last digit is rounded instead.
    if (pairs.some(([, { booked }]) => booked > 200)) return;
  }
}

/** A corporate action that leads from one instrument to another, by their positions. */
export interface InstrumentLink {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Every such corporate action. */
export function instrumentLinks(columns: TransactionColumns): InstrumentLink[] {
  const found: InstrumentLink[] = [];
  for (const [row, { toInstrument }] of columns.details) {
    if (toInstrument === undefined || !links.has(columns.kind[row]!) || !isLiveRow(columns, row)) continue;
    found.push({ row, from: columns.instrument[row]!, to: columns.instruments.indexOf(toInstrument) });
  }
  // In one order, whatever was edited: actions that lead round in a circle are cut off somewhere.
  return columns.edited === undefined ? found : found.sort((a, b) => (isLaterRow(columns, a.row, b.row) ? 1 : -1));
}

function grow(scales: NeededScales, field: "quantity" | "booked" | "rate", least: number): boolean {
  if (scales[field] >= least) return false;
  scales[field] = least;
  return true;
}
