import { Decimal, type DecimalString } from "../numbers/decimal.ts";
import type { LeftOut, TotalAmount } from "./holding-snapshot.ts";

/** One summand: its amount in the reporting currency, or what the sum has to leave out for it. */
export interface TotalPart {
  readonly base: DecimalString | undefined;
  readonly leftOut: LeftOut;
}

/** Sums what is known and names what is not, each instrument or currency once. No part at all is a known 0. */
export function totalOf(parts: readonly TotalPart[]): TotalAmount {
  const known = parts.flatMap(({ base }) => base ?? []);
  const leftOut = new Map<string, LeftOut>();
  for (const part of parts)
    if (part.base === undefined)
      leftOut.set(`${part.leftOut.instrumentId ?? ""} ${part.leftOut.currency ?? ""}`, part.leftOut);
  const sum = known.reduce<Decimal>((total, amount) => total.plus(amount), new Decimal(0));
  return {
    ...(known.length === 0 && leftOut.size > 0 ? {} : { known: sum.toString() }),
    leftOut: [...leftOut.values()],
  };
}
