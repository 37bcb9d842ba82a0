import { generatePortfolio, csvBytesOf } from "@portfolio/generated-portfolio";
import { packTransactions, replayLedger, rateTable } from "@portfolio/core";
import { transactionsOf } from "./csv/read-trades.ts";
const p = generatePortfolio({ transactions: 10_000, instruments: 50, years: 20 });
const bytes = csvBytesOf(p);
const t = (n: string, f: () => unknown) => {
  for (let i = 0; i < 20; i++) f();
  const a: number[] = [];
  for (let i = 0; i < 41; i++) {
    const s = performance.now();
    f();
    a.push(performance.now() - s);
  }
  a.sort((x, y) => x - y);
  console.log(n, a[20]!.toFixed(2), a[0]!.toFixed(2));
};
t("objects", () => transactionsOf(bytes));
const ts = transactionsOf(bytes);
t("pack", () => packTransactions(ts));
const c = packTransactions(ts);
const cur = new Map(c.instruments.map((i) => [i, "USD"]));
t("fifo", () =>
  replayLedger({ columns: c, instrumentCurrencies: cur, baseCurrency: "USD", rates: rateTable([]), method: "fifo" }),
);
t("avg", () => replayLedger({ columns: c, instrumentCurrencies: cur, baseCurrency: "USD", rates: rateTable([]) }));
