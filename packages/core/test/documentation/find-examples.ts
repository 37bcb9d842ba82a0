import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { coreFolder } from "./core-program.ts";

/** A piece of code that documentation shows. */
export interface Example {
  /** File and line of its first line. */
  readonly place: string;
  readonly code: string;
  /** What the page says it prints. */
  readonly printed?: string;
}

const root = join(coreFolder, "../..");

/** All examples of the library: of its README, of the repository's, of the method pages, of the doc comments. */
export function allExamples(): Example[] {
  const pages = ["README.md", "packages/core/README.md", ...globSync("docs/methods/*.md", { cwd: root })];
  const sources = globSync("packages/core/src/**/*.ts", { cwd: root });
  const read = (file: string): string => readFileSync(join(root, file), "utf8");
  return [
    ...pages.toSorted().flatMap((file) => examplesOfPage(file, read(file))),
    ...sources.toSorted().flatMap((file) => examplesOfSource(file, read(file))),
  ];
}

/** The `ts` blocks of a page, each with the block after "It prints:", where there is one. */
export function examplesOfPage(file: string, text: string): Example[] {
  const blocks = text.matchAll(/^```ts\n(.*?)^```$(?:\s*It prints:\s*^```\n(.*?)^```$)?/gms);
  return [...blocks].map((block) => ({
    place: `${file}:${lineAt(text, block.index) + 1}`,
    code: block[1]!,
    ...(block[2] === undefined ? {} : { printed: block[2] }),
  }));
}

/** What follows `@example` in doc comments, up to the next tag. */
export function examplesOfSource(file: string, text: string): Example[] {
  return [...text.matchAll(/^ \* @example[^\n]*\n((?: \*(?! @|\/)[^\n]*\n)+)/gm)].map((tag) => ({
    place: `${file}:${lineAt(text, tag.index) + 1}`,
    code: tag[1]!.replaceAll(/^ \* ?/gm, ""),
  }));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
