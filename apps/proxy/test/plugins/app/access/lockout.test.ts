import { describe, expect, it } from "vitest";
import { createLockout } from "../../../../src/plugins/app/access/lockout.ts";

const minutes = 60_000;

function setUp(addressesKept: number) {
  const clock = { now: 0 };
  const lockout = createLockout(() => clock.now, 2, addressesKept);
  const count = (...addresses: string[]): void => addresses.forEach(lockout.countWrong);
  const isLocked = (address: string): boolean => lockout.secondsLeft(address) > 0;
  return { clock, count, isLocked };
}

describe("createLockout", () => {
  it("counting a known address at the limit puts nobody out", () => {
    const { count, isLocked } = setUp(2);
    count("a", "a", "b", "b", "b");
    expect([isLocked("a"), isLocked("b")]).toEqual([true, true]);
  });

  it("a new address at the limit takes the place of the oldest", () => {
    const { count, isLocked } = setUp(2);
    count("a", "a", "b", "b", "c", "c");
    expect(["a", "b", "c"].map(isLocked)).toEqual([false, true, true]);
  });

  it("and of those that are over before one that is not", () => {
    const { clock, count, isLocked } = setUp(3);
    count("a", "b");
    clock.now = 10 * minutes;
    count("c", "c");
    clock.now = 15 * minutes;
    count("d", "d", "e", "e");
    expect(["c", "d", "e"].map(isLocked)).toEqual([true, true, true]);
  });
});
