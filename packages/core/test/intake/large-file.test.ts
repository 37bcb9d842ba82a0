import { expect, it } from "vitest";
import { draftKeys } from "../../src/intake/index.ts";
import { readText } from "./reading.ts";

const rowCount = 100_000;

function bigFile(): string {
  const lines = [
    "Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Total,Currency (Total),ID",
  ];
  for (let index = 0; index < rowCount; index++) {
    const date = `20${String(10 + (index % 15)).padStart(2, "0")}-${String(1 + (index % 12)).padStart(2, "0")}-11`;
    const cents = String(index % 100).padStart(2, "0");
    lines.push(
      `Market buy,${date} 10:00:00,US00EXAMP012,EXU,"Example, Utilities",1,${index}.${cents},USD,1,${index}.${cents},USD,`,
    );
  }
  return `${lines.join("\n")}\n`;
}

it("100,000 rows become 100,000 drafts, none lost, none merged", { timeout: 60_000 }, async () => {
  const { drafts, issues, structureRows } = await readText(bigFile());
  expect(issues).toEqual([]);
  expect(structureRows).toBe(1);
  expect(drafts).toHaveLength(rowCount);
  const cents = drafts.reduce((sum, { grossAmount = "0" }) => sum + BigInt((Number(grossAmount) * 100).toFixed(0)), 0n);
  const indices = BigInt(rowCount);
  expect(cents).toBe(((indices - 1n) * indices * 100n) / 2n + (indices / 100n) * 4950n);
  expect(new Set(draftKeys(drafts)).size).toBe(rowCount);
  expect(drafts.every(({ tradeDate }, index) => index === 0 || drafts[index - 1]!.tradeDate <= tradeDate)).toBe(true);
});
