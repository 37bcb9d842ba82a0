import { checkedArgument } from "../outcome/checked-argument.ts";
import type { Plan } from "./plan.ts";
import { reproduciblePower } from "./reproducible-power.ts";

/** A value to have: "real" in the money of the plan's start, "nominal" in the money of its own time. */
export interface Goal {
  readonly amount: number;
  readonly money: "real" | "nominal";
}

/** A goal to be reached at the end of a period, counted from 1. */
export interface DatedGoal extends Goal {
  readonly period: number;
}

/** What a price of 1 at the plan's start has become so many periods later. */
export function inflationFactor({ annualInflationRate, periodsPerYear }: Plan, periods: number): number {
  return reproduciblePower(1 + annualInflationRate, periods / periodsPerYear);
}

/**
 * The amount of a goal in the money of a period's end.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the amount is below 0 or no number
 */
export function goalAmount(plan: Plan, goal: Goal, period: number): number {
  const isAllowed = Number.isFinite(goal.amount) && goal.amount >= 0;
  const amount = checkedArgument("amount", goal.amount, isAllowed, "Give a goal of 0 or more.");
  return goal.money === "real" ? amount * inflationFactor(plan, period) : amount;
}

/** Whether a value reaches a goal: what it lacks within 1e-12 of the goal is rounding. */
export function isReached(value: number, amount: number): boolean {
  return value >= amount * (1 - 1e-12);
}
