import { addDays } from "@portfolio/core";
import type { TaxTrade } from "@portfolio/core/tax";
import * as fc from "fast-check";
import { bought, kept, paidBack, sold } from "./rows.ts";

/** Rows of a few months: close enough to each other that windows of thirty days matter, and now and then oversold. */
export const randomTrades: fc.Arbitrary<TaxTrade[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("bought", "bought", "bought", "sold", "sold", "paidBack", "kept"),
      day: fc.integer({ min: 0, max: 150 }),
      quantity: fc.integer({ min: 1, max: 40 }),
      amount: fc.integer({ min: 0, max: 100_000 }),
      fineness: fc.constantFrom(0, 2, 6),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ kind, day, quantity, amount, fineness }, at) => {
      const date = addDays("2024-01-15", day);
      const units = fineness === 0 ? String(quantity) : (quantity / 7).toFixed(fineness);
      const money = (amount / 100).toFixed(2);
      const more = { transaction: `t${at}` };
      if (kind === "bought") return bought(date, units, money, more);
      if (kind === "sold") return sold(date, units, money, more);
      return kind === "kept" ? { ...kept(date, money), ...more } : paidBack(date, (amount / 1000).toFixed(2), more);
    }),
  );
