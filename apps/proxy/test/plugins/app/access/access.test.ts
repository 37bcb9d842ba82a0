import { connect, type AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { describe, expect, it } from "vitest";
import { addressGroup } from "../../../../src/plugins/app/access/address-group.ts";
import { share } from "../../../instruments.ts";
import { startProxy } from "../../../start-proxy.ts";

const token = "canary-token-0123456789";
const origin = "https://portfolio.example";
const exposed = { HOST: "0.0.0.0", ACCESS_TOKEN: token, ALLOWED_ORIGINS: origin };
const url = "/api/v1/quotes?symbols=ACME";

describe("without a token, on loopback", () => {
  it.each(["localhost", "localhost:4680", "127.0.0.1:4680", "[::1]:4680", "LOCALHOST"])(
    "answers the host %s",
    async (host) => {
      const { get } = await startProxy({ instruments: [share] });
      expect((await get(url, { host })).status).toBe(200);
    },
  );

  it.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "127.0.0.1:4680@evil.example",
    "127.1",
    "0x7f.0.0.1",
    "[::ffff:127.0.0.1]",
  ])("refuses the host %j (DNS rebinding)", async (host) => {
    const { get, yahoo } = await startProxy({ instruments: [share] });
    for (const path of [url, "/app-config.json", "/"]) {
      expect(await get(path, { host })).toMatchObject({ status: 403, body: { code: "host-denied" } });
    }
    expect(yahoo.requests).toEqual([]);
  });

  it("still tells any host that it is alive", async () => {
    const { get } = await startProxy();
    expect((await get("/healthz", { host: "evil.example" })).status).toBe(200);
  });

  it.each([{ origin: "https://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }])(
    "refuses a page of another origin: %j",
    async (headers) => {
      const { get } = await startProxy({ instruments: [share] });
      expect(await get(url, headers)).toMatchObject({ status: 403, body: { code: "origin-denied" } });
    },
  );

  it("answers its own page", async () => {
    const { get } = await startProxy({ instruments: [share] });
    const headers = { host: "localhost:4680", origin: "http://localhost:4680", "sec-fetch-site": "same-origin" };
    expect((await get(url, headers)).status).toBe(200);
  });
});

describe("with a token", () => {
  it("demands it for every route of the API and for none else", async () => {
    const { get } = await startProxy({ env: exposed, instruments: [share] });
    for (const path of [
      url,
      "/api/v1/sources",
      "/api/v1/price-history/ACME",
      "/api/v1/instruments/search?q=a",
      "/api/v1/exchange-rates?base=USD&quote=CAD",
    ]) {
      expect(await get(path)).toMatchObject({ status: 401, body: { code: "token-missing" } });
    }
    for (const path of ["/healthz", "/readyz", "/app-config.json", "/api/docs/json"])
      expect((await get(path)).status).toBe(200);
  });

  it("takes the right one, from any host", async () => {
    const { get } = await startProxy({ env: exposed, instruments: [share] });
    expect((await get(url, { authorization: `Bearer ${token}`, host: "portfolio.example" })).status).toBe(200);
  });

  it("demands it on loopback as well once one is set", async () => {
    const { get } = await startProxy({ env: { ACCESS_TOKEN: token }, instruments: [share] });
    expect((await get(url)).status).toBe(401);
  });

  it("says that the token is missing before it says that the request is malformed", async () => {
    const { get } = await startProxy({ env: exposed });
    expect((await get("/api/v1/quotes")).status).toBe(401);
  });

  it("locks an address out after 20 wrong tokens, for 15 minutes, the right token included", async () => {
    const { get, runtime } = await startProxy({ env: exposed, instruments: [share] });
    for (let round = 0; round < 20; round += 1) {
      expect(await get(url, { authorization: `Bearer wrong-${round}` })).toMatchObject({
        status: 401,
        body: { code: "token-invalid" },
      });
    }
    const right = { authorization: `Bearer ${token}` };
    expect(await get(url, right)).toMatchObject({
      status: 429,
      body: { code: "rate-limited" },
      headers: { "retry-after": "900" },
    });
    runtime.advance(15 * 60_000);
    expect((await get(url, right)).status).toBe(200);
  });

  it("allows 60 requests a minute without the token", async () => {
    const { get } = await startProxy({ env: exposed });
    const statuses: number[] = [];
    for (let round = 0; round < 61; round += 1) statuses.push((await get("/api/v1/sources")).status);
    expect([statuses.slice(0, 60).every((status) => status === 401), statuses[60]]).toEqual([true, 429]);
  });

  it("never writes a token, a symbol or an address to the log", async () => {
    const { get, log, yahoo } = await startProxy({ env: { ...exposed, LOG_LEVEL: "trace" }, instruments: [share] });
    yahoo.script("chart", { kind: "html" });
    await get(url, { authorization: `Bearer ${token}` });
    await get("/api/v1/price-history/ACME", { authorization: `Bearer ${token}` });
    await get(url, { authorization: "Bearer canary-wrong" });
    await get(`/no-such-page?symbol=ACME&token=${token}`);
    expect(log.length).toBeGreaterThan(3);
    expect(log.filter((line) => /canary|ACME|127\.0\.0\.1|yahoo\.com/.test(line))).toEqual([]);
  });
});

/** The status of a request whose address goes over the wire letter by letter: clients would tidy it up. */
async function rawStatus(app: FastifyInstance, target: string, headers: readonly string[] = []): Promise<number> {
  if (app.server.address() === null) await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.end(["GET " + target + " HTTP/1.1", "Host: localhost", "Connection: close", ...headers, "", ""].join("\r\n"));
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  return Number(answer.split(" ")[1]);
}

describe("other spellings of an address of the API", () => {
  const spellings = [
    "/%61pi/v1/sources",
    "/api/%761/sources",
    "/%61%70%69/%76%31/%73ources",
    "http://x/api/v1/sources",
    "HTTP://x/%61pi/v1/sources",
    "/api/v1/sources;x",
    "/api/v1/sources?x=1",
    "/%61pi/v1/quotes?symbols=ACME",
    "http://x/api/v1/price-history/ACME",
  ];

  it.each(spellings)("%s needs the token as well", async (target) => {
    const { app, yahoo } = await startProxy({ env: exposed, instruments: [share] });
    expect([401, 404]).toContain(await rawStatus(app, target));
    expect(yahoo.requests).toEqual([]);
    const wrong = await rawStatus(app, target, ["Authorization: Bearer wrong"]);
    expect([401, 404]).toContain(wrong);
  });

  it.each(spellings)("%s is refused to a foreign page as well", async (target) => {
    const { app, yahoo } = await startProxy({ instruments: [share] });
    expect([403, 404]).toContain(await rawStatus(app, target, ["Origin: https://evil.example"]));
    expect(yahoo.requests).toEqual([]);
  });

  it("meet the same limits: 60 a minute without the token, 20 wrong tokens", async () => {
    const { app } = await startProxy({ env: exposed });
    for (let round = 0; round < 20; round += 1)
      await app.inject({ url: "/%61pi/v1/sources", headers: { authorization: `Bearer wrong-${round}` } });
    const right = { authorization: `Bearer ${token}` };
    expect((await app.inject({ url: "/api/v1/sources", headers: right })).statusCode).toBe(429);
  });

  it("answer who has the token", async () => {
    const { app } = await startProxy({ env: exposed });
    for (const target of ["/%61pi/v1/sources", "http://x/api/v1/sources"])
      expect(await rawStatus(app, target, [`Authorization: Bearer ${token}`])).toBe(200);
  });
});

describe("cross-origin", () => {
  it("lets exactly the listed origin read, without credentials", async () => {
    const { get } = await startProxy({ env: exposed, instruments: [share] });
    const { headers } = await get(url, { origin, authorization: `Bearer ${token}` });
    expect(headers).toMatchObject({
      "access-control-allow-origin": origin,
      vary: "Origin",
      "cross-origin-resource-policy": "cross-origin",
    });
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
  });

  it("answers its preflight", async () => {
    const { app } = await startProxy({ env: exposed });
    const preflight = {
      origin,
      "access-control-request-method": "GET",
      "access-control-request-headers": "authorization",
    };
    const { statusCode, headers } = await app.inject({ method: "OPTIONS", url, headers: preflight });
    expect([statusCode, headers["access-control-allow-origin"], headers["access-control-max-age"]]).toEqual([
      204,
      origin,
      "600",
    ]);
  });

  it.each(["https://portfolio.example.evil.example", "http://portfolio.example", "null", "https://evil.example"])(
    "gives %s nothing",
    async (foreign) => {
      const { get } = await startProxy({ env: exposed, instruments: [share] });
      const answer = await get(url, { origin: foreign, authorization: `Bearer ${token}` });
      expect(answer).toMatchObject({ status: 403, body: { code: "origin-denied" } });
      expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
    },
  );
});

describe("addressGroup", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("puts %s into %s", (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});
