import type { EpochDay } from "../calendar/plain-date.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { type FixedPoint, toDecimal } from "../numbers/fixed-point.ts";
import type { CashFlow } from "./cash-flow.ts";

/** A flow of an exact amount; its Decimal is made when somebody asks, because a hundred thousand are slow to make. */
export function exactFlow(row: number, day: EpochDay, exact: FixedPoint | undefined): CashFlow {
  if (exact === undefined) return { row, day, amount: undefined };
  let made: Decimal | undefined;
  return {
    row,
    day,
    exact,
    get amount(): Decimal {
      return (made ??= toDecimal(exact.digits, exact.scale));
    },
  };
}
