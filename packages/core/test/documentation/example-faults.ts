import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { inspect, isDeepStrictEqual } from "node:util";
import ts from "typescript";
import { vi } from "vitest";
import { coreFolder, coreOptions, entryPoints, programOf } from "./core-program.ts";
import { type Checks, exampleProgram } from "./example-program.ts";
import type { Example } from "./find-examples.ts";
import { publicSymbols } from "./public-symbols.ts";

/** What came of examples: how many values they stated, and what did not compile, threw or came out otherwise. */
export interface ExampleFaults {
  readonly checked: number;
  readonly faults: readonly string[];
}

/** Compiles every example and runs it, one after another, in a folder of its own inside the package. */
export async function exampleFaults(examples: readonly Example[], name: string): Promise<ExampleFaults> {
  const folder = `${coreFolder}.examples/${name}/`;
  const symbols = publicSymbols(programOf([...entryPoints.values()]), entryPoints);
  const files = examples.map((_, position) => `${folder}${position}.ts`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  examples.forEach((example, position) => writeFileSync(files[position]!, exampleProgram(example, symbols)));
  const faults = typeFaults(examples, files);
  let checked = 0;
  for (const [position, example] of examples.entries()) {
    const found = await runFaults(example, files[position]!);
    checked += found.checked;
    faults.push(...found.faults);
  }
  rmSync(folder, { recursive: true });
  return { checked, faults };
}

function typeFaults(examples: readonly Example[], files: readonly string[]): string[] {
  const options = { ...coreOptions(), rootDir: coreFolder, lib: ["lib.es2023.d.ts", "lib.dom.d.ts"] };
  const program = programOf(files, { ...options, noUnusedLocals: false });
  return files.flatMap((file, position) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => `${examples[position]!.place}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
  );
}

async function runFaults({ place, printed }: Example, file: string): Promise<ExampleFaults> {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...values) => void lines.push(values.map(shown).join(" ")));
  try {
    const { checks } = (await import(/* @vite-ignore */ file)) as Checks;
    const faults = checks
      .filter(({ actual, expected }) => !isDeepStrictEqual(actual, expected))
      .map(({ line, actual, expected }) => `${place} + ${line}: ${shown(actual)} instead of ${shown(expected)}`);
    if (printed !== undefined && lines.join("\n") !== printed.trimEnd())
      faults.push(`${place}: prints\n${lines.join("\n")}`);
    return { checked: checks.length + (printed === undefined ? 0 : 1), faults };
  } catch (error) {
    return { checked: 0, faults: [`${place}: ${String(error)}`] };
  } finally {
    log.mockRestore();
  }
}

/** As a console shows it. */
function shown(value: unknown): string {
  return typeof value === "string" ? value : inspect(value, { depth: 6, breakLength: 120 });
}
