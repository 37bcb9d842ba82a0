import type { ImportRowView } from "../../engine/engine-protocol.ts";

const refusal = /^"(.*)" is no kind of transaction/s;

/** The words of a mapped file that no kind is known for, as its rows name them; each once, in their order. */
export function unknownKinds(rows: readonly Pick<ImportRowView, "issues">[]): string[] {
  const words = rows
    .flatMap(({ issues }) => issues)
    .filter(({ code }) => code === "unknown-action")
    .flatMap(({ message }) => refusal.exec(message)?.[1]?.trim() ?? []);
  return [...new Set(words)];
}
