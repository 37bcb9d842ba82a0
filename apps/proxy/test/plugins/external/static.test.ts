import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startProxy } from "../../start-proxy.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https: wss: http://localhost:* ws://localhost:* http://127.0.0.1:* ws://127.0.0.1:*",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html pf-worker",
].join(";");

function builtPage(): string {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(folder, "service-worker.js"), "self.x = 1;");
  writeFileSync(join(folder, "manifest.webmanifest"), "{}");
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  writeFileSync(join(folder, ".env"), "SECRET=canary");
  writeFileSync(join(folder, "assets", "app-1a2b.js"), "export {};");
  return folder;
}

/** The same page, built into a folder that lies below one called assets. */
function pageBelowAssets(): string {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const page = join(folder, "assets", "page");
  mkdirSync(join(page, "assets"), { recursive: true });
  for (const name of ["index.html", "service-worker.js", "icon.svg", "assets/app-1a2b.js"])
    writeFileSync(join(page, name), "");
  return page;
}

const browser = { accept: "text/html,application/xhtml+xml" };

describe("the built page", () => {
  it.each([
    ["/", "no-cache"],
    ["/index.html", "no-cache"],
    ["/holdings", "no-cache"],
    ["/service-worker.js", "no-cache"],
    ["/icon.svg", "public, max-age=3600"],
    ["/assets/app-1a2b.js", "public, max-age=31536000, immutable"],
  ])("may be kept as long as its own path says, also in a folder below assets: %s", async (url, cacheControl) => {
    const { app } = await startProxy({ env: { STATIC_DIR: pageBelowAssets() } });
    const answer = await app.inject({ url, headers: browser });
    expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([200, cacheControl]);
  });

  it.each([
    ["/", 200, "no-cache", "text/html"],
    ["/index.html", 200, "no-cache", "text/html"],
    ["/service-worker.js", 200, "no-cache", "javascript"],
    ["/manifest.webmanifest", 200, "no-cache", "manifest+json"],
    ["/assets/app-1a2b.js", 200, "public, max-age=31536000, immutable", "javascript"],
    ["/icon.svg", 200, "public, max-age=3600", "svg"],
    ["/holdings/ACME", 200, "no-cache", "text/html"],
    ["/api/v1/nothing", 404, "no-store", "problem+json"],
    ["/sync/v1/nothing", 404, "no-store", "problem+json"],
    ["/docs/nothing", 404, "no-store", "problem+json"],
    ["/assets/gone.js", 404, "no-store", "problem+json"],
    ["/.env", 200, "no-cache", "text/html"],
    ["/../package.json", 200, "no-cache", "text/html"],
  ])("answers a browser at %s with %d", async (url, status, cacheControl, type) => {
    const { app } = await startProxy({ env: { STATIC_DIR: builtPage() } });
    const answer = await app.inject({ url, headers: browser });
    expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([status, cacheControl]);
    expect(answer.headers["content-type"]).toContain(type);
    expect(answer.body).not.toContain("canary");
    expect(answer.headers["content-security-policy"]).toBe(policy);
  });

  it("answers 404 to a program that asks for a page it does not have", async () => {
    const { get } = await startProxy({ env: { STATIC_DIR: builtPage() } });
    expect(await get("/holdings", { accept: "application/json" })).toMatchObject({
      status: 404,
      body: { code: "not-found" },
    });
  });
});

describe("headers", () => {
  const common = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };

  it("stand on every answer, without a promise of https on localhost", async () => {
    const { get } = await startProxy();
    for (const url of ["/healthz", "/api/v1/sources", "/app-config.json", "/nothing"]) {
      const { headers } = await get(url);
      expect(headers).toMatchObject({ ...common, "content-security-policy": policy });
      expect(headers["permissions-policy"]).toContain("microphone=()");
      expect(headers["permissions-policy"]).toContain("camera=(self)");
      expect(headers).not.toHaveProperty("strict-transport-security");
    }
  });

  it("promise https elsewhere, and let the page reach no plain-text host", async () => {
    const env = {
      HOST: "0.0.0.0",
      ACCESS_TOKEN: "canary-token-0123456789",
      ALLOWED_ORIGINS: "https://portfolio.example",
    };
    const { headers } = await (await startProxy({ env })).get("/healthz");
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(headers["content-security-policy"]).toContain("connect-src 'self' https: wss:;");
  });

  it("are laxer for the page of the API alone, and without inline scripts there too", async () => {
    const { get } = await startProxy();
    const { status, headers, body } = await get("/api/docs/");
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(body).not.toMatch(/<script(?![^>]*src=)/);
  });
});

describe("without a built page", () => {
  it("says at / how to build it", async () => {
    const { get } = await startProxy();
    expect(await get("/")).toMatchObject({
      status: 503,
      body: {
        code: "pages-not-built",
        detail:
          "The page is not built yet: run `npm start` in the root of the repository, or set STATIC_DIR to a built one.",
      },
    });
    expect(await get("/nothing")).toMatchObject({ status: 404, body: { code: "not-found" } });
  });
});
