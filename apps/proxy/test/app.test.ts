import { describe, expect, it } from "vitest";
import { readConfig } from "../src/plugins/external/env.ts";
import { buildApp } from "../src/app.ts";
import { share } from "./instruments.ts";
import { startProxy } from "./start-proxy.ts";

const routes = [
  "/api/v1/exchange-rates",
  "/api/v1/instruments/search",
  "/api/v1/price-history/{symbol}",
  "/api/v1/quotes",
  "/api/v1/sources",
  "/app-config.json",
  "/healthz",
  "/readyz",
];

describe("the OpenAPI document", () => {
  it("covers every route, with its errors and its schemas", async () => {
    const { get } = await startProxy();
    const { body } = await get("/api/docs/json");
    expect(Object.keys(body.paths).toSorted()).toEqual(routes);
    for (const [path, { get: operation }] of Object.entries<
      Record<string, { summary: string; responses: Record<string, unknown> }>
    >(body.paths)) {
      expect(operation?.summary).toBeTruthy();
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining(path.startsWith("/api/") ? ["200", "4XX", "5XX"] : ["200"]),
      );
    }
  });

  it("leaves out no route but those of its own page", async () => {
    const { app } = await startProxy();
    const lines = app
      .printRoutes({ commonPrefix: false })
      .split("\n")
      .filter((line) => /^[├└]── \/(?!api\/docs )/.test(line));
    const served = lines.map((line) => line.slice(4).replace(":symbol", "{symbol}"));
    expect(served.toSorted()).toEqual(routes.map((route) => `${route} (GET, HEAD)`));
  });
});

describe("malformed requests", () => {
  const long = "A".repeat(25);
  const many = Array.from({ length: 51 }, (_, index) => `S${index}`).join(",");
  const cases: [string, number, string][] = [
    ["/api/v1/quotes", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=,", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=A,,B", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=A%20B", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=A%00", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=..%2F..%2Fetc", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=..", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=http%3A%2F%2Fevil.example", 400, "bad-symbol"],
    [`/api/v1/quotes?symbols=${long}`, 400, "bad-symbol"],
    [`/api/v1/quotes?symbols=${many}`, 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=A&symbols=B", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols[a]=B", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=%C3%84", 400, "bad-symbol"],
    ["/api/v1/quotes?symbols=A&source=bloomberg", 400, "bad-request"],
    [`/api/v1/price-history/${long}`, 400, "bad-symbol"],
    [`/api/v1/price-history/${"A".repeat(200)}`, 414, "bad-request"],
    ["/api/v1/price-history/%2E%2E", 404, "not-found"],
    ["/api/v1/price-history/...", 400, "bad-symbol"],
    ["/api/v1/price-history/A%2FB", 400, "bad-symbol"],
    ["/api/v1/price-history/%E0%A4%A", 400, "bad-request"],
    ["/api/v1/price-history/A?from=yesterday", 400, "bad-range"],
    ["/api/v1/price-history/A?from=2026-02-30", 400, "bad-range"],
    ["/api/v1/price-history/A?from=2026-13-01", 400, "bad-range"],
    ["/api/v1/price-history/A?from=1899-12-31", 400, "bad-range"],
    ["/api/v1/price-history/A?to=2026-11-22", 400, "bad-range"],
    ["/api/v1/price-history/A?from=2026-11-02&to=2026-11-01", 400, "bad-range"],
    ["/api/v1/price-history/A?from=2026-11-02T00:00:00Z", 400, "bad-range"],
    ["/api/v1/price-history/A?from=1&from=2", 400, "bad-range"],
    ["/api/v1/instruments/search", 400, "bad-request"],
    ["/api/v1/instruments/search?q=%20", 400, "bad-request"],
    [`/api/v1/instruments/search?q=${"a".repeat(101)}`, 400, "bad-request"],
    ["/api/v1/exchange-rates?base=USD", 400, "bad-currency"],
    ["/api/v1/exchange-rates?base=usd&quote=CAD", 400, "bad-currency"],
    ["/api/v1/exchange-rates?base=USD&quote=GBp", 400, "bad-currency"],
    ["/api/v1/exchange-rates?base=USD&quote=USD", 400, "bad-currency"],
    ["/api/v1/exchange-rates?base=USD&quote=CAD&to=3000-01-01", 400, "bad-range"],
    ["/api/v1/quotes/", 404, "not-found"],
    ["/api/v2/quotes", 404, "not-found"],
  ];

  it.each(cases)("%s gives %d %s and asks nobody", async (url, status, code) => {
    const { get, yahoo } = await startProxy({ instruments: [share] });
    const answer = await get(url);
    expect(answer.body).toEqual({
      type: "about:blank",
      title: expect.any(String),
      status,
      code,
      detail: expect.any(String),
    });
    expect([answer.status, answer.headers["content-type"]]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
    expect(yahoo.requests).toEqual([]);
  });

  it("never gives 5xx, whatever stands in the address (500 reproducible addresses)", async () => {
    const { app } = await startProxy({ instruments: [share] });
    const pieces = [
      "symbols",
      "symbol",
      "from",
      "to",
      "q",
      "base",
      "quote",
      "source",
      "=",
      "&",
      "?",
      "%00",
      "%",
      "..",
      "/",
      "A",
      "2026-01-01",
      "__proto__",
      "[]",
      "{}",
      "é",
      ",",
      "yahoo",
      "^",
      "🙂",
    ];
    let state = 7;
    const pick = (): string =>
      pieces[(state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % pieces.length] ?? "";
    const bases = [
      "/api/v1/quotes?",
      "/api/v1/price-history/",
      "/api/v1/instruments/search?",
      "/api/v1/exchange-rates?",
      "/api/v1/",
    ];
    const failures: unknown[] = [];
    for (let round = 0; round < 500; round += 1) {
      const url = (bases[round % bases.length] ?? "") + Array.from({ length: 1 + (round % 7) }, pick).join("");
      const { statusCode, headers } = await app.inject({ url });
      if (
        statusCode >= 500 ||
        (statusCode >= 400 && headers["content-type"] !== "application/problem+json; charset=utf-8")
      )
        failures.push({ url, statusCode, type: headers["content-type"] });
    }
    expect(failures).toEqual([]);
  });

  it("takes dates up to tomorrow", async () => {
    const { get } = await startProxy({ instruments: [share] });
    expect((await get("/api/v1/price-history/ACME?from=1900-01-01&to=2026-11-21")).status).toBe(200);
  });
});

describe("faults of our own", () => {
  it("tell the caller nothing and the log the cause", async () => {
    const { app, get, log } = await startProxy({ instruments: [share] });
    Object.assign(app.marketData, {
      sources: () => {
        throw new Error("the inside of the server");
      },
    });
    const answer = await get("/api/v1/sources");
    expect([answer.status, answer.body]).toEqual([
      500,
      { type: "about:blank", title: "Internal Server Error", status: 500, code: "internal-error" },
    ]);
    expect(log.join("")).toContain("the inside of the server");
  });
});

describe("readiness", () => {
  it("is lost with the database, while the process still answers", async () => {
    const { app, get } = await startProxy();
    expect(await get("/readyz")).toMatchObject({ status: 200, body: { status: "ok" } });
    await app.database.schema.dropTable("server_state").execute();
    expect(await get("/readyz")).toMatchObject({ status: 503, body: { status: "unavailable" } });
    expect(await get("/healthz")).toMatchObject({ status: 200, body: { status: "ok" } });
  });
});

describe("the page's configuration", () => {
  it("tells where the API is and whether it needs a token", async () => {
    const { get } = await startProxy();
    expect((await get("/app-config.json")).body).toEqual({
      apiBase: "/api/v1",
      tokenRequired: false,
      version: "1.2.3",
    });
    const closed = await startProxy({ env: { ACCESS_TOKEN: "canary-token-0123456789" } });
    expect((await closed.get("/app-config.json")).body).toEqual({
      apiBase: "/api/v1",
      tokenRequired: true,
      version: "1.2.3",
    });
  });
});

describe("buildApp", () => {
  it("rejects when the database folder cannot be made", async () => {
    const config = readConfig(
      { DATA_DIR: "/dev/null/data", LOG_LEVEL: "silent" },
      { packageFolder: "/", version: "1", knownSources: ["yahoo"] },
    );
    await expect(buildApp(config)).rejects.toThrow("ENOTDIR");
  });
});
