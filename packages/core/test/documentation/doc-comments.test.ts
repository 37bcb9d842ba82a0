import { describe, expect, it } from "vitest";
import { commentFaults } from "./comment-faults.ts";
import { coreFolder, coreOptions, entryPoints, programOf } from "./core-program.ts";
import { publicSymbols } from "./public-symbols.ts";

const planted = `
import { type Measured, unmeasured } from "./outcome/measured.ts";
import { PortfolioError } from "./outcome/portfolio-error.ts";
import { parseFixedPoint } from "./numbers/fixed-point.ts";

export interface Bare {}
/** See above. */
export type Hollow = string;
/** A value of some kind, which may not be there. */
export function silent(): number | undefined { return undefined; }
/** A measure of some kind, which may not have a value. */
export function hushed(): Measured { return unmeasured("no-capital"); }
/** Checks what it is handed by the caller. */
export function thrower(): void { throw new PortfolioError("invalid-date", "No."); }
/** Reads the decimal text that it is handed. */
export function parser(text: string): bigint { return inner(text); }
function inner(text: string): bigint { return parseFixedPoint(text).digits; }
/**
 * Claims to throw what it never does.
 *
 * @throws {PortfolioError} never
 */
export function boaster(): void {}
/**
 * Does everything as it should be done.
 *
 * Undefined: always.
 *
 * @throws {PortfolioError} \`invalid-date\`: on a bad day
 */
export function good(day: number): number | undefined {
  if (day < 0) throw new PortfolioError("invalid-date", "No.");
  return undefined;
}
`;

function faultsIn(entries: ReadonlyMap<string, string>, texts?: ReadonlyMap<string, string>): string[] {
  const program = programOf([...entries.values()], coreOptions(), texts);
  return publicSymbols(program, entries).flatMap((one) => commentFaults(program.getTypeChecker(), one));
}

describe("the doc comments of the public symbols", { timeout: 60_000 }, () => {
  it("say what each is, when it is undefined, and what it throws", () => {
    expect(publicSymbols(programOf([...entryPoints.values()]), entryPoints).length).toBeGreaterThan(180);
    expect(faultsIn(entryPoints)).toEqual([]);
  });

  it("would be found wanting", () => {
    const file = `${coreFolder}src/planted.ts`;
    expect(faultsIn(new Map([["x", file]]), new Map([[file, planted]]))).toEqual([
      "x: silent does not say when it is undefined",
      "x: hushed does not say when it is undefined",
      "x: thrower throws without @throws: thrower",
      "x: parser throws without @throws: parser > inner > parseFixedPoint",
      "x: boaster has @throws and throws nothing",
      "x: Bare has no sentence that says what it is",
      "x: Hollow has no sentence that says what it is",
    ]);
  });
});
