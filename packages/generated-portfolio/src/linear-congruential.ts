/**
 * The random numbers of docs/benchmarks.md: x = (1664525 x + 1013904223) mod 2^32, the upper 24 bits of it.
 *
 * The same sequence in every language, so that a peer measures the same work.
 */
export function linearCongruential(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
