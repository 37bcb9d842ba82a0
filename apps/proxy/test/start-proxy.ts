import type { FastifyInstance } from "fastify";
import { onTestFinished } from "vitest";
import { buildApp } from "../src/app.ts";
import { knownSources, type SourceSettings } from "../src/plugins/app/quotes/sources/create-sources.ts";
import { readConfig } from "../src/plugins/external/env.ts";
import type { FakeInstrument } from "./fake-yahoo/fake-instrument.ts";
import { startFakeYahoo, type FakeYahoo } from "./fake-yahoo/fake-yahoo.ts";
import { virtualRuntime, type VirtualRuntime } from "./virtual-runtime.ts";

/** A proxy in front of a fake Yahoo, in virtual time, built without a port. */
export interface TestProxy {
  readonly app: FastifyInstance;
  readonly yahoo: FakeYahoo;
  readonly runtime: VirtualRuntime;
  /** Everything the proxy logged. */
  readonly log: string[];
  /** The status and the parsed body of a GET. */
  readonly get: (
    url: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: any; headers: Record<string, unknown> }>; // oxlint-disable-line typescript/no-explicit-any
}

/** What a test changes. */
export interface TestProxyOptions {
  readonly env?: Record<string, string>;
  readonly instruments?: readonly FakeInstrument[];
  readonly consent?: boolean;
  readonly sources?: SourceSettings;
  readonly runtime?: VirtualRuntime;
  readonly yahoo?: FakeYahoo;
}

/** Starts both; the test's end stops them. */
export async function startProxy(options: TestProxyOptions = {}): Promise<TestProxy> {
  const runtime = options.runtime ?? virtualRuntime();
  const { instruments, consent = false } = options;
  const yahoo =
    options.yahoo ??
    (await startFakeYahoo({ now: runtime.now, consent, ...(instruments === undefined ? {} : { instruments }) }));
  const env = { DATA_DIR: ":memory:", STATIC_DIR: "no-such-folder", YAHOO_FAKE_ORIGIN: yahoo.origin, ...options.env };
  const config = readConfig(env, { packageFolder: import.meta.dirname, version: "1.2.3", knownSources });
  const log: string[] = [];
  const app = await buildApp(
    // readConfig makes a path of DATA_DIR; a database in memory has none.
    env.DATA_DIR === ":memory:" ? { ...config, dataDir: ":memory:" } : config,
    { runtime, logStream: { write: (line) => void log.push(line) }, sources: options.sources ?? {} },
  );
  onTestFinished(async () => {
    await app.close();
    await yahoo.close();
  });
  return {
    app,
    yahoo,
    runtime,
    log,
    async get(url, headers = {}) {
      const response = await app.inject({ method: "GET", url, headers });
      const isJson = /json/.test(String(response.headers["content-type"]));
      return { status: response.statusCode, body: isJson ? response.json() : response.body, headers: response.headers };
    },
  };
}
