import { checkedArgument } from "../outcome/checked-argument.ts";

/** A source of random numbers: each call answers the next whole number from 0 to 2^32 - 1. */
export type RandomBits = () => number;

/**
 * The generator xoshiro128** of Blackman and Vigna (2018), its state filled from the seed by SplitMix64.
 *
 * All whole numbers, so the same seed gives the same sequence on every engine. Not for secrets.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the seed is no whole number from 0 to 2^53 - 1
 * @see docs/methods/monte-carlo.md
 */
export function randomBits(seed: number): RandomBits {
  return bitsFrom(...stateOf(checkedSeed(seed)));
}

function checkedSeed(seed: number): number {
  const isAllowed = Number.isSafeInteger(seed) && seed >= 0;
  return checkedArgument(
    "seed",
    seed,
    isAllowed,
    "Give a whole number from 0 to 2^53 - 1, and keep it: it repeats the result.",
  );
}

/** The generator itself, from its four words of state. */
export function bitsFrom(...words: readonly [number, number, number, number]): RandomBits {
  // An array of integers: as variables of a closure they would be boxed, at twice the time.
  const state = Int32Array.from(words);
  return () => {
    const second = state[1]!;
    const product = Math.imul(second, 5);
    const third = state[2]! ^ state[0]!;
    const fourth = state[3]! ^ second;
    state[1] = second ^ third;
    state[0]! ^= fourth;
    state[2] = third ^ (second << 9);
    state[3] = (fourth << 11) | (fourth >>> 21);
    return Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
  };
}

/** Two numbers of SplitMix64 after the seed, each as its low and its high word. */
export function stateOf(seed: number): [number, number, number, number] {
  const first = mixed(BigInt(seed) + golden);
  const second = mixed(BigInt(seed) + golden + golden);
  return [first, first >> 32n, second, second >> 32n].map((word) => Number(word & 0xffff_ffffn)) as ReturnType<
    typeof stateOf
  >;
}

const golden = 0x9e37_79b9_7f4a_7c15n;

function mixed(state: bigint): bigint {
  let z = BigInt.asUintN(64, state);
  z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n);
  z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn);
  return z ^ (z >> 31n);
}
