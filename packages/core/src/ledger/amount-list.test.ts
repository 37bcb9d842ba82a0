import { describe, expect, it } from "vitest";
import { numberRoom } from "../numbers/number-room.ts";
import { addAmount, bookedAmount, dividedAmount, noAmount, totalOf } from "../lots/amount.ts";
import { amountAt, amountList, pushAmount, pushBooked } from "./amount-list.ts";

describe("amount lists", () => {
  it("give back booked + divided at the money scale, and keep an unknown amount unknown", () => {
    const list = amountList(10n ** 16n, numberRoom(0, 0), 0, 0);
    const sum = noAmount();
    const expected = [bookedAmount(150), dividedAmount(-7n), bookedAmount(2n ** 60n), dividedAmount(2n ** 130n)].map(
      (amount) => {
        addAmount(sum, amount);
        pushAmount(list, sum);
        return totalOf(sum, list.gap);
      },
    );
    pushAmount(list, undefined);
    pushBooked(list, 3);
    const copy = structuredClone(list);
    expect([0, 1, 2, 3, 4, 5].map((i) => amountAt(copy, i))).toEqual([...expected, undefined, 3n * 10n ** 16n]);
    expect(expected).toEqual([
      15n * 10n ** 17n,
      15n * 10n ** 17n - 7n,
      (150n + 2n ** 60n) * 10n ** 16n - 7n,
      (150n + 2n ** 60n) * 10n ** 16n - 7n + 2n ** 130n,
    ]);
  });
});
