import { createHash } from "node:crypto";
import type { GeneratedPortfolio } from "./generator.ts";

/** What a generated portfolio of 20 years must be, and what must come out of it. Ledger at 1e-24, daily values at 1e-14. */
export interface CheckValues {
  readonly hash: string;
  /** At 1e-4. */
  readonly quantityLeft: bigint;
  readonly averageCostLeft: bigint;
  readonly realizedGain: bigint;
  readonly lastDay: bigint;
  readonly sumOfDays: bigint;
}

const known: Readonly<Record<string, CheckValues>> = {
  "10k/50": {
    hash: "24293d4b65d18d93",
    quantityLeft: 185373343n,
    averageCostLeft: 8156221471839570743568228583896n,
    realizedGain: 4396611626412800743568228583896n,
    lastDay: 754304929812943390590n,
    sumOfDays: 3903595380502365283423544n,
  },
  "100k/50": {
    hash: "018d1f8e489001b6",
    quantityLeft: 145882776n,
    averageCostLeft: 7078539568349145703403856417602n,
    realizedGain: 3458559722012295703403856417602n,
    lastDay: 601283506241886266352n,
    sumOfDays: 3858215544545203671480375n,
  },
  "100k/500": {
    hash: "caaa6f64745f5cbc",
    quantityLeft: 1441126444n,
    averageCostLeft: 61729322431660065780711022369090n,
    realizedGain: 24517541863496215780711022369090n,
    lastDay: 5257681858986774752291n,
    sumOfDays: 29935035971632511556061873n,
  },
};

const priceHashes: Readonly<Record<number, string>> = { 50: "a381403cd172c102", 500: "2ff5c5b78fb8d072" };
const rateHashes: Readonly<Record<number, string>> = { 50: "5da387870f3dee32", 500: "d13a25af213bd25a" };

/** A figure that is not what it has to be: no time is printed then. */
export class WrongAnswerError extends Error {}

/** Throws unless two figures are the same. */
export function mustEqual(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected)
    throw new WrongAnswerError(`${what} is ${String(actual)}, it has to be ${String(expected)}: no time is printed.`);
}

/** The shape as it is written beside every figure: "100k/50". */
export function shapeName({ shape }: GeneratedPortfolio): string {
  return `${shape.transactions / 1000}k/${shape.instruments}`;
}

/** The check values of a portfolio, after its own data have been checked against them. */
export function checkValuesOf(portfolio: GeneratedPortfolio): CheckValues {
  const values = known[shapeName(portfolio)];
  if (values === undefined) throw new WrongAnswerError(`There are no check values for ${shapeName(portfolio)}.`);
  const { day, instrument, sign, quantity, price, fee, prices, rates, shape } = portfolio;
  mustEqual("The hash of the trades", hashOf([day, instrument, sign, quantity, price, fee]), values.hash);
  mustEqual("The hash of the prices", hashOf(prices), priceHashes[shape.instruments]);
  mustEqual("The hash of the rates", hashOf(rates), rateHashes[shape.instruments]);
  return values;
}

function hashOf(arrays: readonly ArrayBufferView[]): string {
  const hash = createHash("sha256");
  for (const { buffer, byteOffset, byteLength } of arrays) hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("hex").slice(0, 16);
}
