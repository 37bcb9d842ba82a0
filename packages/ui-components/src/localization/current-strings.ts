import { english } from "./english.ts";
import type { Strings } from "./strings.ts";

let current: Strings = english;

/** The dictionary in use. It is apart from the locale of the formats: English words with German numbers are fine. */
export function currentStrings(): Strings {
  return current;
}

/** Chooses the dictionary for all elements; those already on the page take it with their next update. */
export function useStrings(strings: Strings): void {
  current = strings;
}
