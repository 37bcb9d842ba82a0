import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const proxyFolder = fileURLToPath(new URL("../../../proxy/", import.meta.url));

/** The built app behind the real proxy, which asks a fake Yahoo on this machine. */
export interface AppServer {
  readonly url: string;
  /** Stops the proxy: the app is on its own from then on. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Starts proxy and fake source on free ports, with a data folder of their own. */
export async function startAppServer(): Promise<AppServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), "portfolio-e2e-"));
  const [port, yahooPort] = [await freePort(), await freePort()];
  const yahoo = run(["test/fake-yahoo/serve.ts", String(yahooPort)], {});
  await answers(`http://127.0.0.1:${yahooPort}/query2.finance.yahoo.com/v1/finance/search?q=AAPL`);
  let proxy: ChildProcess | undefined;
  const url = `http://127.0.0.1:${port}`;
  const start = async (): Promise<void> => {
    proxy = run(["--conditions=@portfolio/source", "src/server.ts"], {
      PORT: String(port),
      DATA_DIR: dataFolder,
      YAHOO_FAKE_ORIGIN: `http://127.0.0.1:${yahooPort}`,
      LOG_LEVEL: "error",
    });
    await answers(`${url}/healthz`);
  };
  const stop = async (): Promise<void> => {
    await ended(proxy);
    proxy = undefined;
  };
  await start();
  return {
    url,
    start,
    stop,
    close: async () => {
      await stop();
      await ended(yahoo);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn("node", [...args], {
    cwd: proxyFolder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(url).catch(() => undefined);
    if (response !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}
