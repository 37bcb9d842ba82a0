import { checkedArgument } from "../outcome/checked-argument.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/** How a tail is estimated: from the returns themselves, or from a normal distribution of their mean and deviation. */
export type TailKind = "historical" | "normal";

/**
 * Checks the share of returns that make a tail, and how it is to be estimated.
 *
 * From the returns themselves the whole range is open: 0 is the worst return alone, 1 all of them. A normal distribution
 * has no worst value.
 *
 * @throws {PortfolioError} `argument-out-of-range`: there is no such kind, or no such share
 */
export function checkedCutoff(cutoff: number, kind: TailKind): number {
  const remedy = "Give the share of the worst returns, such as 0.05.";
  if (kind === "historical") return checkedArgument("cutoff", cutoff, cutoff >= 0 && cutoff <= 1, remedy);
  if (kind === "normal") return checkedArgument("cutoff", cutoff, cutoff > 0 && cutoff < 1, remedy);
  throw new PortfolioError("argument-out-of-range", `kind is ${String(kind)}. Give "historical" or "normal".`, {
    kind,
  });
}
