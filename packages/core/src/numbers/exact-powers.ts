import { powerOfTen } from "./fixed-point.ts";

/** The powers of ten up to 10^15, which a double holds exactly and which keep a product with a digit safe. */
export const exactPowers: Float64Array = Float64Array.from({ length: 16 }, (_, exponent) =>
  Number(powerOfTen(exponent)),
);
