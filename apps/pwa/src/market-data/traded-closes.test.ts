import { expect, test } from "vitest";
import type { ProxyPriceHistory } from "./proxy-client.ts";
import { tradedCloses } from "./traded-closes.ts";

const base: ProxyPriceHistory = {
  symbol: "X",
  source: "yahoo",
  currency: "USD",
  quotationUnit: null,
  priceDigits: 2,
  tradedPriceDigits: 2,
  receivedAt: "2026-01-01T00:00:00Z",
  stale: false,
  closes: [],
  splits: [],
};
const close = (date: string, text: string, final = true): ProxyPriceHistory["closes"][number] => ({
  date,
  close: text,
  final,
});

test("closes before a split are restored as traded; the day of the split is at the new count", () => {
  const history = {
    ...base,
    closes: [close("2021-07-19", "18.77625"), close("2021-07-20", "186.12")],
    splits: [{ date: "2021-07-20", numerator: 4, denominator: 1 }],
  };
  // 18.77625 x 4 = 75.105, which the tick of 2 digits rounds half-even to 75.10.
  expect(tradedCloses(history)).toEqual([
    ["2021-07-19", "75.1"],
    ["2021-07-20", "186.12"],
  ]);
});

test("two later splits are both undone, a reverse split too", () => {
  const splits = [
    { date: "2020-08-31", numerator: 4, denominator: 1 },
    { date: "2022-01-03", numerator: 1, denominator: 10 },
  ];
  expect(tradedCloses({ ...base, closes: [close("2019-01-02", "100")], splits })).toEqual([["2019-01-02", "40"]]);
});

test("pence become pounds, exactly", () => {
  expect(
    tradedCloses({ ...base, currency: "GBP", quotationUnit: "GBp", closes: [close("2025-01-02", "281.45")] }),
  ).toEqual([["2025-01-02", "2.8145"]]);
});

test("the running day is left to the quote", () => {
  expect(tradedCloses({ ...base, closes: [close("2025-01-02", "1"), close("2025-01-03", "2", false)] })).toEqual([
    ["2025-01-02", "1"],
  ]);
});
