/** Which rows are in the document, and how much room stands for those that are not. Sizes in CSS pixels. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** What a window is computed from: rows of one height, at most one of them opened. */
export interface WindowInput {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly viewport: number;
  /** Opened row, -1 for none, and the height of its details. */
  readonly openIndex: number;
  readonly openHeight: number;
}

const overscan = 8;

/** Distance of a row from the top of the first. */
export function rowTop(index: number, input: Pick<WindowInput, "rowHeight" | "openIndex" | "openHeight">): number {
  return index * input.rowHeight + (input.openIndex >= 0 && index > input.openIndex ? input.openHeight : 0);
}

/** The rows that a scroll position shows, with a few more on either side. */
export function rowWindow(input: WindowInput): RowWindow {
  const { count, rowHeight, scrollTop, viewport, openIndex, openHeight } = input;
  const openEnd = (openIndex + 1) * rowHeight + openHeight;
  const at = (y: number): number => {
    if (openIndex < 0 || y < (openIndex + 1) * rowHeight) return Math.floor(y / rowHeight);
    return y < openEnd ? openIndex : openIndex + 1 + Math.floor((y - openEnd) / rowHeight);
  };
  const start = Math.min(Math.max(0, count - 1), Math.max(0, at(scrollTop) - overscan));
  const end = Math.min(count, at(scrollTop + viewport) + 1 + overscan);
  const total = count * rowHeight + (openIndex >= 0 ? openHeight : 0);
  return { start, end, before: rowTop(start, input), after: Math.max(0, total - rowTop(end, input)) };
}
