import { disposalsOf, holdingsOn, type Ledger, realizedGain } from "@portfolio/core";
import { mustEqual } from "../measure/wrong-answer.ts";
import type { ExpectedLedger } from "./expected-ledger.ts";

/** Throws unless a replayed ledger has no issue and leaves exactly what it has to, to the last digit. */
export function checkLedger(ledger: Ledger, expected: ExpectedLedger): void {
  const holdings = holdingsOn(ledger);
  mustEqual("The number of issues", ledger.issues.length, 0);
  mustEqual(
    "The quantity left",
    sumAt(
      4,
      holdings.map(({ quantity }) => quantity),
    ),
    expected.quantityLeft,
  );
  mustEqual(
    "The cost left",
    sumAt(
      24,
      holdings.map(({ costBasis }) => costBasis),
    ),
    expected.costLeft,
  );
  mustEqual("The realized gain", sumAt(24, nativeGains(ledger)), expected.realizedGain);
}

interface FixedText {
  toFixed(digits: number): string;
}

/** Gains in the currency of each instrument, which is what the checksum adds up. */
function nativeGains(ledger: Ledger): FixedText[] {
  const isOneCurrency = ledger.columns.currencies.every((currency) => currency === ledger.baseCurrency);
  return isOneCurrency ? [realizedGain(ledger).base!] : disposalsOf(ledger).map(({ gain }) => gain);
}

/** A sum of decimals as an integer at a scale that holds all of them. */
function sumAt(scale: number, values: readonly FixedText[]): bigint {
  return values.reduce((sum, value) => sum + BigInt(value.toFixed(scale).replace(".", "")), 0n);
}
