import type { PortfolioShape } from "@portfolio/generated-portfolio";

/** A shape as N / S / years. */
export function shapeOf(transactions: number, instruments: number, years: number): PortfolioShape {
  return { transactions, instruments, years };
}
