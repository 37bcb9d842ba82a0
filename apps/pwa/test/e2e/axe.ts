import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

let source: string | undefined;

/** Runs axe-core inside the page, which its own policy would refuse to load as a script. */
export const axe = {
  /** Each violation in a line: rule, impact, and the first element it concerns. */
  async violations(page: Page): Promise<string[]> {
    source ??= await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    await page.evaluate(source);
    return page.evaluate(async () => {
      const runner = (
        globalThis as unknown as {
          axe: {
            run(options: object): Promise<{
              violations: { id: string; impact: string; nodes: { html: string; failureSummary?: string }[] }[];
            }>;
          };
        }
      ).axe;
      const { violations } = await runner.run({ resultTypes: ["violations"] });
      return violations.map(
        ({ id, impact, nodes }) =>
          `${id} (${impact}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200) ?? ""}`,
      );
    });
  },
};
