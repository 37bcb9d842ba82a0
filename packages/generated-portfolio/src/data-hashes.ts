import { createHash } from "node:crypto";
import type { GeneratedPortfolio } from "./generate-portfolio.ts";

/** Hashes by which a program in another language can tell that it measures the same portfolio. */
export interface DataHashes {
  readonly trades: string;
  readonly prices: string;
  readonly rates: string;
}

/** What the prices of 20 years have to hash to, by the number of instruments. */
export const publishedPriceHashes: Readonly<Record<number, string>> = {
  50: "a381403cd172c102",
  500: "2ff5c5b78fb8d072",
};

/** What the rates of 20 years have to hash to, by the number of instruments. */
export const publishedRateHashes: Readonly<Record<number, string>> = {
  50: "5da387870f3dee32",
  500: "d13a25af213bd25a",
};

/** The hashes of a portfolio: the first 16 hex digits of the SHA-256 over little-endian bytes, column after column. */
export function dataHashes(portfolio: GeneratedPortfolio): DataHashes {
  const { day, instrument, sign, quantity, price, fee, prices, rates } = portfolio;
  return {
    trades: hashOf([day, instrument, sign, quantity, price, fee]),
    prices: hashOf(prices),
    rates: hashOf(rates),
  };
}

/** The first 16 hex digits of the SHA-256 over arrays in turn. */
export function hashOf(arrays: readonly ArrayBufferView[]): string {
  const hash = createHash("sha256");
  for (const { buffer, byteOffset, byteLength } of arrays) hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("hex").slice(0, 16);
}
