import { hasNoRootBeyond } from "./no-root-beyond.ts";
import { presentValueAt } from "./present-value.ts";
import type { TimedFlows } from "./timed-flows.ts";

/** Of several, roots ln(1 + r) are looked for between these: r from -1 + 4e-18 to 2e17. Farther out they mean nothing. */
export const widest: number = 40;
/** A single root may lie as far out as doubles reach: losing all but a cent of a million in two days is u = -3362. */
const widestSingle = 2 ** 20;
const fineStep = 0.005;
const fineWithin = 5;
/** Farther out samples lie so much apart, in parts of u. */
const coarseRatio = 0.01;

/**
 * Every rate u = ln(1 + r) at which timed flows have the present value 0, ascending.
 *
 * A scan for changes of sign, then bisection; between two samples of one sign the least magnitude is looked at, so that
 * close pairs of roots and double roots are found, too. A root is certified by a change of sign within 1e-12, a double
 * root by a value that is 0 within rounding.
 */
export function rateRoots(flows: TimedFlows): number[] {
  const value = (u: number): number => presentValueAt(flows, u).value;
  const grid = scanGrid(flows);
  const samples = grid.map(value);
  const roots: number[] = [];
  for (let i = 0; i < grid.length; i++) {
    if (samples[i] === 0) roots.push(grid[i]!);
    else if (i > 0 && haveOppositeSigns(samples[i - 1]!, samples[i]!))
      roots.push(bisect(value, grid[i - 1]!, grid[i]!));
    else if (i > 1 && isDip(samples[i - 2]!, samples[i - 1]!, samples[i]!))
      roots.push(...rootsInDip(flows, grid[i - 2]!, grid[i]!));
  }
  return distinct(roots.sort((a, b) => a - b));
}

/** The root where the flows change their sign once, between growing bounds, without a scan; none beyond all doubles. */
export function singleRateRoot(flows: TimedFlows): number[] {
  const value = (u: number): number => presentValueAt(flows, u).value;
  for (let bound = 0.5; bound <= widestSingle; bound *= 2) {
    const low = value(-bound);
    const high = value(bound);
    if (low === 0) return [-bound];
    if (high === 0) return [bound];
    if (haveOppositeSigns(low, high)) return [bisect(value, -bound, bound)];
  }
  return [];
}

/** Where to look: at 0, in fine steps around it and in growing ones beyond, as far as there can be roots. */
function scanGrid(flows: TimedFlows): number[] {
  const above = samplesUpTo(bound(flows, 1));
  const below = samplesUpTo(bound(flows, -1)).reverse();
  return [...below.map((u) => -u), 0, ...above];
}

function samplesUpTo(end: number): number[] {
  const samples: number[] = [];
  for (let i = 1; i * fineStep <= Math.min(end, fineWithin); i++) samples.push(i * fineStep);
  for (let u = fineWithin * (1 + coarseRatio); u < end * (1 + coarseRatio); u *= 1 + coarseRatio) samples.push(u);
  return samples;
}

/** A bound beyond which no root lies on that side of 0, by {@link hasNoRootBeyond}. */
function bound(flows: TimedFlows, side: 1 | -1): number {
  let end = 0.5;
  while (end < widest && !hasNoRootBeyond(flows, side * end)) end *= 2;
  return Math.min(end, widest);
}

function bisect(value: (u: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  const sign = Math.sign(value(low));
  for (let step = 0; step < 200; step++) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    const at = value(middle);
    if (at === 0) return middle;
    if (Math.sign(at) === sign) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
}

/** Not by their product, which may fall out of the range of a double. */
function haveOppositeSigns(a: number, b: number): boolean {
  return Math.sign(a) * Math.sign(b) < 0;
}

function isDip(before: number, at: number, after: number): boolean {
  return (
    Math.sign(before) === Math.sign(at) &&
    Math.sign(at) === Math.sign(after) &&
    Math.abs(at) <= Math.abs(before) &&
    Math.abs(at) <= Math.abs(after)
  );
}

function rootsInDip(flows: TimedFlows, from: number, to: number): number[] {
  const value = (u: number): number => presentValueAt(flows, u).value;
  const bottom = leastMagnitude(value, from, to);
  const { value: at, magnitude } = presentValueAt(flows, bottom);
  if (Math.abs(at) <= magnitude * 1e-14) return [bottom];
  return Math.sign(at) === Math.sign(value(from)) ? [] : [bisect(value, from, bottom), bisect(value, bottom, to)];
}

/** Golden-section search for where the value lies deepest, seen from the side of the ends' sign. */
function leastMagnitude(value: (u: number) => number, from: number, to: number): number {
  const sign = Math.sign(value(from));
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let step = 0; step < 100 && high - low > 1e-13; step++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    const [atLeft, atRight] = [sign * value(left), sign * value(right)];
    if (atLeft < atRight) high = right;
    else low = left;
  }
  return low + (high - low) / 2;
}

function distinct(roots: readonly number[]): number[] {
  return roots.filter((root, i) => i === 0 || root - roots[i - 1]! > 1e-9);
}
