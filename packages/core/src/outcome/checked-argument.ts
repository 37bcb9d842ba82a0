import { PortfolioError } from "./portfolio-error.ts";

/**
 * A number that a caller chose, once it lies where it has to.
 *
 * `remedy` says what to give instead, as a sentence.
 *
 * @throws {PortfolioError} `argument-out-of-range`: it does not
 */
export function checkedArgument(name: string, value: number, isAllowed: boolean, remedy: string): number {
  if (isAllowed) return value;
  throw new PortfolioError("argument-out-of-range", `${name} is ${String(value)}. ${remedy}`, { name, value });
}
