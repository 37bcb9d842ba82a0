import { afterFlow, fallsShort } from "./pay-from.ts";

/** What a period does to a value: flows at its start and end, growth and fee as factors. */
export interface PeriodInput {
  readonly atStart: number;
  readonly atEnd: number;
  readonly growth: number;
  readonly fee: number;
}

/** A period of a plan, with what moved in it. */
export interface PlanStep {
  readonly paidIn: number;
  readonly takenOut: number;
  readonly growth: number;
  readonly fees: number;
  readonly endValue: number;
  /** Whether a withdrawal could not be paid in full. */
  readonly isShort: boolean;
}

/** One period: the flow at its start, growth, the fee on what that made, the flow at its end. */
export function planStep(value: number, { atStart, atEnd, growth, fee }: PeriodInput): PlanStep {
  const atWork = afterFlow(value, atStart);
  const grown = atWork * growth;
  const left = grown * fee;
  return {
    paidIn: Math.max(atStart, 0) + Math.max(atEnd, 0),
    takenOut: taken(value, atStart) + taken(left, atEnd),
    growth: grown - atWork,
    fees: grown - left,
    endValue: afterFlow(left, atEnd),
    isShort: fallsShort(value, atStart) || fallsShort(left, atEnd),
  };
}

/** What a flow takes out of a value: at most all of it. */
function taken(value: number, flow: number): number {
  return flow < 0 ? Math.min(value, -flow) : 0;
}
