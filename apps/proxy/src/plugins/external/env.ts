import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import type { Config } from "../../schemas/config.ts";
import { tokenHash } from "../app/access/token-check.ts";

/** The environment is malformed; each fault is one sentence that names the variable and the remedy. */
export class ConfigError extends Error {
  override readonly name: string = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

/** Facts that do not come from the environment. */
export interface Installation {
  /** Folder of this package, from which the default of STATIC_DIR is counted. */
  readonly packageFolder: string;
  readonly version: string;
  /** Ids of the sources this build has. */
  readonly knownSources: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;
type Report = (fault: string) => void;

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const shortestToken = 16;

function list(value: string | undefined): string[] {
  return (value ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function wholeNumber(
  env: Environment,
  name: string,
  fallback: number,
  least: number,
  most: number,
  report: Report,
): number {
  const value = env[name]?.trim();
  if (value === undefined || value === "") return fallback;
  const parsed = Number(value);
  if (/^[0-9]+$/.test(value) && parsed >= least && parsed <= most) return parsed;
  report(`${name} must be a whole number from ${least} to ${most}, not "${value}".`);
  return fallback;
}

function secret(env: Environment, name: string, report: Report): string | undefined {
  const file = env[`${name}_FILE`];
  if (file === undefined || file === "") return env[name] === "" ? undefined : env[name];
  if (env[name]) report(`Set either ${name} or ${name}_FILE, not both.`);
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    report(`${name}_FILE names a file that cannot be read.`);
    return undefined;
  }
}

function accessTokenHash(env: Environment, report: Report): string | null {
  const token = secret(env, "ACCESS_TOKEN", report);
  if (token === undefined) return null;
  if (token.length < shortestToken || /\s/.test(token)) {
    report(
      `ACCESS_TOKEN must have at least ${shortestToken} characters and no spaces; "openssl rand -base64 32" makes a good one.`,
    );
  }
  return tokenHash(token);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

function allowedOrigins(env: Environment, report: Report): string[] {
  const origins = list(env["ALLOWED_ORIGINS"]);
  for (const origin of origins.filter((candidate) => !isOrigin(candidate))) {
    report(`ALLOWED_ORIGINS holds "${origin}", which is not an exact origin such as https://portfolio.example.`);
  }
  return origins;
}

function isAddressRange(text: string): boolean {
  const [address = "", bits, more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return (
    bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

function trustProxy(env: Environment, report: Report): string[] {
  const ranges = list(env["TRUST_PROXY"]);
  for (const range of ranges.filter((candidate) => !isAddressRange(candidate))) {
    report(
      `TRUST_PROXY holds "${range}", but takes only addresses and CIDR ranges of your reverse proxies, never true or a hop count.`,
    );
  }
  return ranges;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

function fakeOrigin(env: Environment, report: Report): string | null {
  const origin = env["YAHOO_FAKE_ORIGIN"];
  if (origin === undefined || origin === "") return null;
  if (/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?$/.test(origin)) return origin;
  report("YAHOO_FAKE_ORIGIN is for tests and must be a loopback origin such as http://127.0.0.1:4699.");
  return null;
}

function quoteSources(env: Environment, known: readonly string[], report: Report): string[] {
  const sources = list(env["QUOTE_SOURCES"] ?? "yahoo");
  if (sources.length === 0) report(`QUOTE_SOURCES must name at least one of: ${known.join(", ")}.`);
  for (const source of sources.filter((candidate) => !known.includes(candidate))) {
    report(`QUOTE_SOURCES names "${source}", which is none of: ${known.join(", ")}.`);
  }
  return [...new Set(sources)];
}

function logLevel(env: Environment, report: Report): string {
  const level = env["LOG_LEVEL"] || "info";
  if (!logLevels.includes(level)) report(`LOG_LEVEL must be one of ${logLevels.join(", ")}, not "${level}".`);
  return level;
}

/** What an address that others can reach demands. */
function checkExposure(
  { host, loopback, accessTokenHash: hash, allowedOrigins: origins }: Config,
  report: Report,
): void {
  if (loopback) return;
  if (hash === null)
    report(`HOST is ${host}, which others can reach: set ACCESS_TOKEN or ACCESS_TOKEN_FILE, or use HOST=127.0.0.1.`);
  if (origins.length === 0)
    report(`HOST is ${host}, which others can reach: set ALLOWED_ORIGINS to the origins of your page.`);
}

/**
 * Reads the configuration from the environment.
 *
 * @throws {ConfigError} one or more values are malformed or do not fit together; all faults at once
 */
export function readConfig(env: Environment, { packageFolder, version, knownSources }: Installation): Config {
  const faults: string[] = [];
  const report: Report = (fault) => faults.push(fault);
  const host = env["HOST"]?.trim() || "127.0.0.1";
  const validHost = host === "localhost" || isIP(host) !== 0;
  if (!validHost) report(`HOST must be an IP address or localhost, not "${host}".`);
  const config: Config = {
    host,
    port: wholeNumber(env, "PORT", 4680, 0, 65_535, report),
    loopback: isLoopback(host),
    accessTokenHash: accessTokenHash(env, report),
    allowedOrigins: allowedOrigins(env, report),
    trustProxy: trustProxy(env, report),
    dataDir: resolve(env["DATA_DIR"] || "data"),
    staticDir: resolve(packageFolder, env["STATIC_DIR"] || "../pwa/dist"),
    quoteSources: quoteSources(env, knownSources, report),
    quoteTtl: wholeNumber(env, "QUOTE_TTL", 60, 60, 300, report),
    yahooFakeOrigin: fakeOrigin(env, report),
    logLevel: logLevel(env, report),
    version,
  };
  if (validHost) checkExposure(config, report);
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}
