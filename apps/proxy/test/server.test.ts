import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startFakeYahoo } from "./fake-yahoo/fake-yahoo.ts";

const server = join(import.meta.dirname, "../src/server.ts");

interface Running {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

function start(env: Record<string, string>): Running {
  const dataDir = mkdtempSync(join(tmpdir(), "proxy-"));
  const child = spawn(process.execPath, ["--conditions=@portfolio/source", server], {
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir, ...env },
  });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => void (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => void (text += chunk.toString()));
  const exit = once(child, "exit").then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exit;
    rmSync(dataDir, { recursive: true });
  });
  return { process: child, output: () => text, exit };
}

async function address({ output, exit }: Running): Promise<string> {
  for (let round = 0; round < 500; round += 1) {
    const found = /listens on (http:\S+)/.exec(output())?.[1];
    if (found !== undefined) return found;
    const ended = await Promise.race([
      exit.then(() => true),
      new Promise((resolve) => setTimeout(() => resolve(false), 20)),
    ]);
    if (ended === true) break;
  }
  throw new Error(`the server did not start: ${output()}`);
}

describe("server.ts", () => {
  it("starts from the sources, answers quotes of the fake Yahoo, and stops on SIGTERM with 0", async () => {
    const yahoo = await startFakeYahoo();
    onTestFinished(() => yahoo.close());
    const running = start({ PORT: "0", YAHOO_FAKE_ORIGIN: yahoo.origin });
    const base = await address(running);
    expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ status: "ok" });
    const { quotes } = (await (await fetch(`${base}/api/v1/quotes?symbols=AAPL,BARC.L`)).json()) as {
      quotes: { symbol: string; quotationUnit: string | null }[];
    };
    expect(quotes.map(({ symbol, quotationUnit }) => [symbol, quotationUnit])).toEqual([
      ["AAPL", null],
      ["BARC.L", "GBp"],
    ]);
    running.process.kill("SIGTERM");
    expect(await running.exit).toBe(0);
  });

  it("names PORT when the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const running = start({ PORT: String(port), LOG_LEVEL: "silent" });
    expect(await running.exit).toBe(1);
    expect(running.output()).toBe(`Port ${port} of 127.0.0.1 is in use; choose another one with PORT=<number>.\n`);
  });

  it("says one sentence per fault of the environment", async () => {
    const running = start({ PORT: "x", HOST: "0.0.0.0" });
    expect(await running.exit).toBe(1);
    expect(running.output().trim().split("\n")).toEqual([
      'PORT must be a whole number from 0 to 65535, not "x".',
      "HOST is 0.0.0.0, which others can reach: set ACCESS_TOKEN or ACCESS_TOKEN_FILE, or use HOST=127.0.0.1.",
      "HOST is 0.0.0.0, which others can reach: set ALLOWED_ORIGINS to the origins of your page.",
    ]);
  });

  it("says that the data folder cannot be used", async () => {
    const running = start({ PORT: "0", DATA_DIR: "/dev/null/data", LOG_LEVEL: "silent" });
    expect(await running.exit).toBe(1);
    expect(running.output()).toBe(
      "The database in /dev/null/data cannot be opened (ENOTDIR); set DATA_DIR to a folder that can be written.\n",
    );
  });
});
