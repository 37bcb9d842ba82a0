import { checkedArgument } from "../outcome/checked-argument.ts";

/**
 * Checks how many periods a window has.
 *
 * @throws {PortfolioError} `argument-out-of-range`: it is no whole number above 0
 */
export function checkedWindow(window: number): number {
  const isAllowed = Number.isInteger(window) && window > 0;
  return checkedArgument("window", window, isAllowed, "Give a whole number of periods, such as 252.");
}

/** How many windows of exactly so many items a series has: none when it is shorter. */
export function windowCount(itemCount: number, window: number): number {
  return Math.max(itemCount - window + 1, 0);
}

/**
 * How running figures of a series are kept and merged.
 *
 * `back` and `on` fill a column each: item j holds the figures of j items walked backwards from the end of a block, or
 * onwards from the beginning of the next; item 0 those of none.
 */
export interface BlockWalk {
  readonly back: (from: number, count: number) => void;
  readonly on: (from: number, count: number) => void;
  /**
   * Makes the figures of windows that lie side by side: the first from `beginning` items of the next block and the rest
   * of the window from the end of the one before, the following ones from one item more each.
   */
  readonly merge: (firstWindow: number, beginning: number, count: number) => void;
}

/**
 * Visits every window of a series cut into blocks as long as the window, so that a window is the end of one block and the
 * beginning of the next. Nothing is ever subtracted: what has left a window leaves no trace.
 *
 * Cost: each item is walked twice and each window merged once, whatever its length.
 */
export function eachWindow(itemCount: number, window: number, { back, on, merge }: BlockWalk): void {
  for (let start = 0; start < itemCount; start += window) {
    const length = Math.min(window, itemCount - start);
    if (start > 0) back(start - 1, window);
    on(start, length);
    // In the first block only its whole is a window.
    const beginning = start > 0 ? 1 : window;
    merge(start + beginning - window, beginning, length - beginning + 1);
  }
}
