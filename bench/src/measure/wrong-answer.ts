/** A figure that is not what it has to be: no time is printed then. */
export class WrongAnswerError extends Error {}

/** Throws unless two figures are the same. */
export function mustEqual(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected)
    throw new WrongAnswerError(`${what} is ${String(actual)}, it has to be ${String(expected)}: no time is printed.`);
}

/** Throws unless two doubles agree to a relative tolerance: for baselines, which are not exact. */
export function mustBeClose(what: string, actual: number, expected: number, tolerance: number): void {
  if (!(Math.abs(actual - expected) <= tolerance * Math.abs(expected)))
    throw new WrongAnswerError(`${what} is ${actual}, it has to be ${expected} within ${tolerance} of it.`);
}
