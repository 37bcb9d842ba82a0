import { generate } from "../../bench/src/generated/generator.ts";
import {
  columnsOf,
  firstDate,
  instrumentCurrencies,
  lastDateOf,
  pricesOf,
  ratesOf,
} from "../../bench/src/generated/core-input.ts";
import { dailyValuation, replayLedger } from "@portfolio/core";
const [n, s] = process.argv.slice(2).map(Number) as [number, number];
const p = generate({ transactions: n, instruments: s, years: 20 });
const ledger = replayLedger({
  columns: columnsOf(p),
  instrumentCurrencies: instrumentCurrencies(s),
  baseCurrency: "USD",
  rates: ratesOf(p),
});
const prices = pricesOf(p);
const t: number[] = [];
for (let i = 0; i < (n > 50000 ? 100 : 600); i++) {
  const b = performance.now();
  dailyValuation(ledger, prices, { from: firstDate, to: lastDateOf(p), withoutCash: true });
  t.push(performance.now() - b);
}
t.sort((a, b) => a - b);
console.log(n, s, "median", t[t.length >> 1], "min", t[0]);
