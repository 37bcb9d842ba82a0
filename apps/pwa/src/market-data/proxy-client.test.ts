import { expect, test } from "vitest";
import { proxyClient } from "./proxy-client.ts";

/** A client whose server answers this, and the requests it made. */
function clientOf(answer: () => Response, token = ""): { client: ReturnType<typeof proxyClient>; requests: Request[] } {
  const requests: Request[] = [];
  const fetcher = async (input: URL | RequestInfo, init?: RequestInit): Promise<Response> => {
    requests.push(new Request(input, init));
    return answer();
  };
  return { client: proxyClient(async () => ({ baseUrl: "http://prices.test/api/v1", token }), fetcher), requests };
}

const json = (body: unknown, status = 200): Response => Response.json(body, { status });

test("a token goes along as a bearer header, and only when there is one", async () => {
  const open = clientOf(() => json({ quotes: [] }));
  await open.client.quotes(["AAPL"]);
  expect(open.requests[0]?.headers.get("authorization")).toBeNull();
  const guarded = clientOf(() => json({ quotes: [] }), "secret");
  await guarded.client.quotes(["AAPL", "VCN.TO"]);
  expect(guarded.requests[0]?.headers.get("authorization")).toBe("Bearer secret");
  expect(guarded.requests[0]?.url).toBe("http://prices.test/api/v1/quotes?symbols=AAPL%2CVCN.TO");
});

test("prices that are none are dropped: zero, negative, text, a missing date", async () => {
  const closes = [
    { date: "2026-01-02", close: "12.5", final: true },
    { date: "2026-01-03", close: "0", final: true },
    { date: "2026-01-04", close: "-3", final: true },
    { date: "2026-01-05", close: "NaN", final: true },
    { date: "yesterday", close: "12", final: true },
    { date: "2026-01-06", close: 12, final: true },
  ];
  const { client } = clientOf(() => json({ symbol: "X", currency: "USD", closes, splits: [] }));
  const history = await client.priceHistory("X", undefined);
  expect(history.closes).toEqual([closes[0]]);
});

test.each([
  { title: "a page instead of data", answer: () => new Response("<html>", { status: 200 }), code: "unreadable" },
  { title: "a list that is missing", answer: () => json({ message: "hello" }), code: "unreadable" },
  {
    title: "a refusal with its code",
    answer: () => json({ code: "source-limited", detail: "Yahoo limits requests." }, 503),
    code: "source-limited",
  },
  { title: "a refusal without one", answer: () => new Response("no", { status: 502 }), code: "502" },
])("$title is an error with the code $code", async ({ answer, code }) => {
  await expect(clientOf(answer).client.quotes(["AAPL"])).rejects.toMatchObject({ code });
});

test("a server that is not there is said to be unreachable", async () => {
  const client = proxyClient(
    async () => ({ baseUrl: "http://prices.test/api/v1", token: "" }),
    async () => {
      throw new TypeError("fetch failed");
    },
  );
  await expect(client.search("apple")).rejects.toMatchObject({ code: "unreachable" });
});
