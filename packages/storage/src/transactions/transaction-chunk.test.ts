import { packTransactions, type Transaction } from "@portfolio/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTransaction, purchase } from "../../test/sample-transactions.ts";
import { chunkSize, fromChunks, toChunks } from "./transaction-chunk.ts";

/** So many transactions, repeated from a few patterns, each with its own id. */
function repeated(patterns: readonly Omit<Transaction, "id">[], count: number): Transaction[] {
  return Array.from({ length: count }, (_, i) => ({ ...patterns[i % patterns.length]!, id: `t${i}` }) as Transaction);
}

const counts = [1, 2, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize + 1];

describe("chunks of packed transactions", () => {
  it("give back exactly the columns they were cut from, also after a structured clone", () => {
    fc.assert(
      fc.property(
        fc.array(anyTransaction, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...counts),
        (patterns, count) => {
          const columns = packTransactions(repeated(patterns, count));
          expect(fromChunks(structuredClone(toChunks(columns, 7)), 7)).toEqual(columns);
        },
      ),
      { numRuns: 24 },
    );
  });

  it("keep digits beyond 2^53 and details that stand behind the first chunk", () => {
    const transactions = repeated([purchase("")], chunkSize + 3);
    transactions[chunkSize + 1] = purchase("big", {
      quantity: "123456789012345678.000000000000000001",
      instrumentGrossAmount: "5",
    });
    const columns = fromChunks(toChunks(packTransactions(transactions), 1), 1)!;
    expect(columns.ids[chunkSize + 1]).toBe("big");
    expect(columns.quantity.big.get(chunkSize + 1)).toBe(123456789012345678000000000000000001n);
    expect(columns.details.get(chunkSize + 1)).toEqual({ instrumentGrossAmount: "5" });
  });

  it("of an empty portfolio are one empty chunk, which tells it from missing chunks", () => {
    const columns = packTransactions([]);
    expect(toChunks(columns, 3)).toHaveLength(1);
    expect(fromChunks(toChunks(columns, 3), 3)).toEqual(columns);
    expect(fromChunks([], 3)).toBeUndefined();
  });

  it("answer undefined when one is missing, out of place or from another revision", () => {
    const chunks = toChunks(packTransactions(repeated([purchase("")], 2 * chunkSize + 5)), 3);
    expect(chunks).toHaveLength(3);
    expect(fromChunks(chunks, 4)).toBeUndefined();
    expect(fromChunks(chunks.slice(0, 2), 3)).toBeUndefined();
    expect(fromChunks(chunks.slice(1), 3)).toBeUndefined();
    expect(fromChunks([chunks[0]!, chunks[2]!, chunks[1]!], 3)).toBeUndefined();
    expect(fromChunks([chunks[0]!, { ...chunks[1]!, revision: 2 }, chunks[2]!], 3)).toBeUndefined();
  });
});
