import { Decimal } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";

/** The largest multiple of a step that is not above a quantity of 0 or more. */
export function stepsDown(quantity: Decimal, step: Decimal): Decimal {
  const steps = quantity.div(step).floor();
  // A quotient of 60 digits may have been rounded up to a whole number.
  const whole = exactProduct(steps, step);
  return whole.gt(quantity) ? exactProduct(steps.minus(1), step) : whole;
}

/** The multiple of a step nearest to a quantity of 0 or more; the smaller one of two. */
export function nearestSteps(quantity: Decimal, step: Decimal): Decimal {
  const down = stepsDown(quantity, step);
  return quantity.minus(down).times(2).gt(step) ? down.plus(step) : down;
}

/** The smallest multiple of a step that is not below a quantity of 0 or more. */
export function stepsUp(quantity: Decimal, step: Decimal): Decimal {
  const down = stepsDown(quantity, step);
  return down.lt(quantity) ? down.plus(step) : new Decimal(down);
}
