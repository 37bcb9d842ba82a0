#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { buildApp } from "./app.ts";
import { knownSources } from "./plugins/app/quotes/sources/create-sources.ts";
import { ConfigError, readConfig } from "./plugins/external/env.ts";
import type { Config } from "./schemas/config.ts";

const longestShutdown = 10_000;

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function configuration(): Config {
  const packageFile = fileURLToPath(new URL("../package.json", import.meta.url));
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  try {
    return readConfig(process.env, { packageFolder: dirname(packageFile), version, knownSources });
  } catch (error) {
    return fail(error instanceof ConfigError ? error.message : String(error));
  }
}

/** One sentence on why the server did not start. */
function startFault(error: unknown, { host, port, dataDir }: Config): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return `Port ${port} of ${host} is in use; choose another one with PORT=<number>.`;
  if (code === "EACCES" && (error as NodeJS.ErrnoException).syscall === "listen")
    return `Port ${port} of ${host} may not be used; choose one above 1023 with PORT=<number>.`;
  if (code === "EADDRNOTAVAIL") return `The address ${host} is not one of this machine; set HOST to one that is.`;
  if (code?.startsWith("SQLITE_") || code === "EACCES" || code === "EROFS" || code === "ENOTDIR" || code === "EEXIST") {
    return `The database in ${dataDir} cannot be opened (${code}); set DATA_DIR to a folder that can be written.`;
  }
  return message;
}

/** Finishes running requests, closes the database, and leaves; a second signal leaves at once. */
function closeOnSignal(app: FastifyInstance): void {
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) process.exit(1);
    closing = true;
    setTimeout(() => process.exit(1), longestShutdown).unref();
    await app.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void close());
  process.on("SIGINT", () => void close());
}

async function start(config: Config): Promise<void> {
  const app = await buildApp(config);
  closeOnSignal(app);
  const address = await app.listen({ host: config.host, port: config.port, listenTextResolver: () => "listening" });
  if (config.yahooFakeOrigin !== null) process.stderr.write("YAHOO_FAKE_ORIGIN is set: every price is invented.\n");
  process.stdout.write(`Portfolio proxy ${config.version} listens on ${address}\n`);
}

const config = configuration();
start(config).catch((error: unknown) => fail(startFault(error, config)));
