import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitsOfAt } from "../numbers/decimal-column.ts";
import { toDecimalString } from "../numbers/fixed-point.ts";
import type { Transaction } from "../transactions/transaction.ts";
import { packTransactions } from "../transactions/pack-transactions.ts";
import { amountScale, grossAt } from "./booked-amount.ts";
import { bookedInDoubles } from "./booked-in-doubles.ts";
import { defaultLedgerOptions } from "./ledger-options.ts";

/** Around 2^53 and 2^26.5, where products and sums begin to round, and anything else, of either sign. */
const edges = [
  0n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 53n + 1n,
  94_906_265n,
  94_906_266n,
  94_906_267n,
  2n ** 60n + 1n,
  10n ** 30n,
];
const digits = fc.oneof(
  fc.constantFrom(...edges, ...edges.map((edge) => -edge)),
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
);
const decimalText = fc
  .tuple(digits, fc.integer({ min: 0, max: 10 }))
  .map(([value, places]) => toDecimalString(value, places));

function columnsOf(fields: object) {
  return packTransactions([
    {
      id: "t",
      kind: "buy",
      account: "A",
      tradeDate: "2025-01-02",
      instrument: "X",
      currency: "EUR",
      ...fields,
    } as Transaction,
  ]);
}

describe("bookedInDoubles", () => {
  it("is the exact integer or undefined, for sizes around every bound and either sign", () => {
    fc.assert(
      fc.property(
        decimalText,
        decimalText,
        decimalText,
        fc.boolean(),
        fc.constantFrom<1 | -1>(1, -1),
        fc.integer({ min: 0, max: 3 }),
        (a, b, feeAmount, isStated, sign, spare) => {
          const columns = columnsOf(
            isStated ? { quantity: "1", grossAmount: a, feeAmount } : { quantity: a, unitPrice: b, feeAmount },
          );
          const scale = amountScale(columns, 0) + spare;
          const exact = grossAt(columns, 0, scale) + BigInt(sign) * digitsOfAt(columns.feeAmount, 0, scale);
          const fast = bookedInDoubles(columns, 0, sign, defaultLedgerOptions, scale);
          expect(fast ?? exact).toEqual(fast === undefined ? exact : Number(exact));
          expect(fast === undefined || BigInt(fast) === exact).toBe(true);
        },
      ),
      { seed: 301, numRuns: 5000 },
    );
  });

  it("serves ordinary trades", () => {
    // Hand: 830446 x 1039246 at 1e-8, and 1.5.
    expect(
      bookedInDoubles(
        columnsOf({ quantity: "83.0446", unitPrice: "103.9246", feeAmount: "1.5" }),
        0,
        1,
        defaultLedgerOptions,
        8,
      ),
    ).toBe(863037683716 + 150000000);
  });

  it("leaves to the integers what doubles cannot hold, and taxes in cost", () => {
    expect(
      bookedInDoubles(columnsOf({ quantity: "94906267", unitPrice: "94906267" }), 0, 1, defaultLedgerOptions, 0),
    ).toBeUndefined();
    expect(
      bookedInDoubles(
        columnsOf({ quantity: "1", grossAmount: "9007199254740991", feeAmount: "1" }),
        0,
        1,
        defaultLedgerOptions,
        0,
      ),
    ).toBeUndefined();
    expect(
      bookedInDoubles(
        columnsOf({ quantity: "1", unitPrice: "1", taxAmount: "1" }),
        0,
        1,
        { ...defaultLedgerOptions, taxesInCost: true },
        0,
      ),
    ).toBeUndefined();
  });
});
