import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
// @ts-expect-error a plain module without types: it answers { executablePath, args }
import { findBrowser } from "../../../tools/find-browser.mjs";

/** Opens a page in a browser process of its own and answers what the page says. */
export type VisitPage = <Answer>(url: string) => Promise<Answer>;

/** The name under which a page leaves a promise of its answer. */
export const answerName = "benchAnswer";

/** Gives work a browser profile in a temporary folder; every visit is a fresh process on that profile. */
export async function withBrowserProfile<Result>(work: (visit: VisitPage) => Promise<Result>): Promise<Result> {
  const { executablePath, args } = (await findBrowser()) as { executablePath: string; args: string[] };
  const profile = await mkdtemp(join(tmpdir(), "portfolio-bench-"));
  const visit = async <Answer>(url: string): Promise<Answer> => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      // Pages call gc() between timed runs, so that no side pays for what the other threw away.
      args: [...args, "--js-flags=--expose-gc"],
      headless: true,
      viewport: { width: 1280, height: 800 },
    });
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      page.setDefaultTimeout(300_000);
      const failed = new Promise<never>((_, reject) => page.once("pageerror", reject));
      await page.goto(url);
      return await Promise.race([
        failed,
        page.evaluate<Answer, string>(
          (name) => (globalThis as unknown as Record<string, Promise<Answer>>)[name]!,
          answerName,
        ),
      ]);
    } finally {
      await context.close();
    }
  };
  try {
    return await work(visit);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
