import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
// @ts-expect-error a plain module without types: it answers { executablePath, args }
import { findBrowser } from "../../../../tools/find-browser.mjs";
import { esbuild } from "../support/esbuild.ts";

/** What the scenario answered in the two places of a browser, and what went wrong on the page. */
export interface BrowserAnswers {
  readonly window: string;
  readonly worker: string;
  readonly errors: readonly string[];
}

/** One bundle of the built package and its dependencies, in a page of our own and in a module worker of that page. */
export async function runInBrowser(): Promise<BrowserAnswers> {
  const server = await serve(await bundle());
  const { executablePath, args } = (await findBrowser()) as { executablePath: string; args: string[] };
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const inWindow = await page.evaluate(() => (globalThis as unknown as { answer: Promise<string> }).answer);
    const inWorker = await page.evaluate(answerOfWorker);
    return { window: inWindow, worker: inWorker, errors };
  } finally {
    await browser.close();
    server.close();
  }
}

/** Runs inside the page. */
function answerOfWorker(): Promise<string> {
  const worker = new Worker("/scenario.js", { type: "module" });
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<string>) => resolve(data));
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
  });
}

/** As a page's bundler does it: the published entry points, nothing replaced, nothing added for the platform. */
async function bundle(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [fileURLToPath(new URL("in-browser.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  });
  return outputFiles[0]!.text;
}

function serve(script: string): Promise<Server> {
  const server = createServer(({ url }, response) => {
    const isScript = url === "/scenario.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(
      isScript
        ? script
        : `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/scenario.js"></script>`,
    );
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
