import type { PairColumn } from "./link-exactly.ts";

/** A part of which nothing was at work at the start counts as 1 / 1: it returns 0. */
export function restingAt1(column: PairColumn, starts: PairColumn): PairColumn {
  return {
    value: column.value.map((value, d) => (starts.value[d] === 0 ? 1 : value)),
    rest: column.rest.map((rest, d) => (starts.value[d] === 0 ? 0 : rest)),
  };
}
