import { addDays } from "@portfolio/core";
import { type ColumnMapping, type IntakeResult, readIntake } from "@portfolio/core/intake";
import { decimalText, firstDate, type GeneratedPortfolio, instrumentId } from "@portfolio/generated-portfolio";
import { type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";
import { checkedPortfolio } from "../measure/checked-portfolio.ts";
import { median } from "../measure/paired-runs.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import { mustEqual } from "../measure/wrong-answer.ts";

const runs = 3;

/** The import of a file of unknown format: everything a person's file goes through before it becomes transactions. */
export const mappedIntake: readonly Workload[] = [10_000, 100_000].map((transactions) => {
  const shape = shapeOf(transactions, 50, 20);
  return { title: `mapped CSV ${tradesName(shape)}`, run: () => rowsOf(checkedPortfolio(shape)) };
});

const mapping: ColumnMapping = {
  fields: { tradeDate: 0, ticker: 1, kind: 2, quantity: 3, unitPrice: 4, feeAmount: 5 },
  headerLine: 1,
  defaultCurrency: "USD",
};

/** The same trades with dates and words, since an intake does not guess what day 0 was. */
function fileOf({ day, instrument, sign, quantity, price, fee }: GeneratedPortfolio): Uint8Array {
  const lines = Array.from(day, (d, i) =>
    [
      addDays(firstDate, d),
      instrumentId(instrument[i]!),
      sign[i] === 1 ? "buy" : "sell",
      decimalText(quantity[i]!, 4),
      decimalText(price[i]!, 4),
      decimalText(fee[i]!, 2),
    ].join(","),
  );
  return new TextEncoder().encode(`day,sym,side,qty,price,fee\n${lines.join("\n")}\n`);
}

async function rowsOf(portfolio: GeneratedPortfolio): Promise<BenchRow[]> {
  const bytes = fileOf(portfolio);
  const read = (): Promise<IntakeResult> =>
    readIntake({ bytes, fileName: "generated.csv", today: "2026-11-21", mapping });
  const { drafts, issues } = await read();
  mustEqual("The number of drafts", drafts.length, portfolio.shape.transactions);
  mustEqual("The number of issues", issues.length, 0);
  const units = drafts.reduce((sum, { kind, quantity }) => {
    const text = BigInt(Math.round(Number(quantity) * 1e4));
    return kind === "buy" ? sum + text : sum - text;
  }, 0n);
  mustEqual(
    "The quantity left",
    units,
    BigInt(portfolio.quantity.reduce((sum, q, i) => sum + q * portfolio.sign[i]!, 0)),
  );
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await read();
    times.push(performance.now() - start);
  }
  return [plainRow(`mapped CSV ${tradesName(portfolio.shape)} to drafts (readIntake)`, median(times), "ms")];
}
