/** A state of the economy: above or below its usual growth, and rising or falling. */
export type MacroRegime = "expansion" | "slowdown" | "contraction" | "recovery";

/** All regimes in the order in which they mostly follow each other. */
export const macroRegimeNames: readonly MacroRegime[] = ["expansion", "slowdown", "contraction", "recovery"];

/** The regime of a composite and the one three months before. 0 counts as above, no change as rising. */
export function regimeOf(composite: number, threeMonthsBefore: number): MacroRegime {
  const isRising = composite >= threeMonthsBefore;
  if (composite >= 0) return isRising ? "expansion" : "slowdown";
  return isRising ? "recovery" : "contraction";
}
