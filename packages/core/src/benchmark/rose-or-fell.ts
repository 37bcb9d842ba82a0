/** Whether the benchmark rose in a period. */
export function rose(benchmark: number): boolean {
  return benchmark > 0;
}

/** Whether the benchmark fell in a period. */
export function fell(benchmark: number): boolean {
  return benchmark < 0;
}
