import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = new URL("../../src/", import.meta.url);
const files = globSync("**/*.ts", { cwd: source }).filter((file) => !file.includes(".test"));

/** What core must not know of: clock, randomness, environment, network, page. */
const forbidden =
  /\b(new Date|Date\.|Math\.random|process\.|performance\.|fetch\(|document\.|window\.|localStorage|navigator\.|setTimeout|crypto\.|XMLHttpRequest)/;

/** Source without comments and text, so that a sentence about a document is no offence. */
function code(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\/\/.*$/gm, "")
    .replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replaceAll(/`(?:[^`\\]|\\.)*`/g, "``");
}

function offences(file: string, text: string): string[] {
  const found = forbidden.exec(code(text))?.[1];
  const isAllowed = file.startsWith("calendar/") && (found === "new Date" || found === "Date.");
  return found === undefined || isAllowed ? [] : [`${file}: ${found}`];
}

describe("core", () => {
  it("has no clock, randomness, environment, network or page in it, and Date in calendar/ alone", () => {
    expect(files.length).toBeGreaterThan(80);
    expect(files.flatMap((file) => offences(file, readFileSync(new URL(file, source), "utf8")))).toEqual([]);
  });

  it("would be caught", () => {
    expect(offences("returns/x.ts", "const now = Date.now();")).toEqual(["returns/x.ts: Date."]);
    expect(offences("calendar/x.ts", "const luck = Math.random();")).toEqual(["calendar/x.ts: Math.random"]);
    expect(offences("calendar/x.ts", "new Date(0); // Math.random")).toEqual([]);
  });
});
