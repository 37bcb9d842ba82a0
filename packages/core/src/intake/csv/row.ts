/** One record of a delimited file: its cells and the physical line it starts on, counted from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}
