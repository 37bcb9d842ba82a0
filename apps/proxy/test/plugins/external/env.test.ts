import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { tokenHash } from "../../../src/plugins/app/access/token-check.ts";
import { ConfigError, readConfig } from "../../../src/plugins/external/env.ts";

const installation = { packageFolder: "/proxy", version: "1.2.3", knownSources: ["yahoo"] };
const token = "canary-token-0123456789";

function faults(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env, installation);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe("readConfig", () => {
  it("needs no variable at all", () => {
    expect(readConfig({}, installation)).toEqual({
      host: "127.0.0.1",
      port: 4680,
      loopback: true,
      accessTokenHash: null,
      allowedOrigins: [],
      trustProxy: [],
      dataDir: resolve("data"),
      staticDir: resolve("/pwa/dist"),
      quoteSources: ["yahoo"],
      quoteTtl: 60,
      yahooFakeOrigin: null,
      logLevel: "info",
      version: "1.2.3",
    });
  });

  it("keeps the hash of the token, from the variable or from a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "proxy-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "token"), `${token}\n`);
    expect(readConfig({ ACCESS_TOKEN: token }, installation).accessTokenHash).toBe(tokenHash(token));
    expect(readConfig({ ACCESS_TOKEN_FILE: join(folder, "token") }, installation).accessTokenHash).toBe(
      tokenHash(token),
    );
  });

  it("refuses an address that others can reach without a token and without origins, one sentence each", () => {
    expect(faults({ HOST: "0.0.0.0" })).toEqual([
      "HOST is 0.0.0.0, which others can reach: set ACCESS_TOKEN or ACCESS_TOKEN_FILE, or use HOST=127.0.0.1.",
      "HOST is 0.0.0.0, which others can reach: set ALLOWED_ORIGINS to the origins of your page.",
    ]);
    expect(faults({ HOST: "0.0.0.0", ACCESS_TOKEN: token, ALLOWED_ORIGINS: "https://portfolio.example" })).toEqual([]);
  });

  it.each([
    [{ PORT: "http" }, "PORT must be"],
    [{ PORT: "70000" }, "PORT must be"],
    [{ QUOTE_TTL: "59" }, "QUOTE_TTL must be"],
    [{ HOST: "example.com" }, "HOST must be"],
    [{ ACCESS_TOKEN: "short" }, "ACCESS_TOKEN must have"],
    [{ ACCESS_TOKEN_FILE: "/no/such/file" }, "ACCESS_TOKEN_FILE names"],
    [{ ALLOWED_ORIGINS: "*" }, "ALLOWED_ORIGINS holds"],
    [{ ALLOWED_ORIGINS: "null" }, "ALLOWED_ORIGINS holds"],
    [{ ALLOWED_ORIGINS: "https://a.example/path" }, "ALLOWED_ORIGINS holds"],
    [{ TRUST_PROXY: "true" }, "TRUST_PROXY holds"],
    [{ TRUST_PROXY: "1" }, "TRUST_PROXY holds"],
    [{ TRUST_PROXY: "10.0.0.0/33" }, "TRUST_PROXY holds"],
    [{ QUOTE_SOURCES: "yahoo,bloomberg" }, "QUOTE_SOURCES names"],
    [{ QUOTE_SOURCES: " " }, "QUOTE_SOURCES must"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be"],
    [{ YAHOO_FAKE_ORIGIN: "http://192.168.1.2:80" }, "YAHOO_FAKE_ORIGIN is"],
    [{ YAHOO_FAKE_ORIGIN: "http://127.0.0.1.example" }, "YAHOO_FAKE_ORIGIN is"],
  ] as [Record<string, string>, string][])("stops at %j", (env, start) => {
    const found = faults(env);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(start)).toBe(true);
  });

  it("never repeats a token", () => {
    expect(faults({ ACCESS_TOKEN: "canary secret with spaces", PORT: "x" }).join()).not.toContain("canary");
  });
});
