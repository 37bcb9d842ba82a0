import { Decimal } from "../../../numbers/decimal.ts";
import type { Findings } from "../../reading/findings.ts";
import { grouped } from "../../reading/grouped.ts";
import { splitRatio } from "../../reading/ratio.ts";
import type { Trading212Row } from "./trading-212-row.ts";
import { rowFields, rowInstrument } from "./trading-212-trade.ts";

/** Books the rows `Stock split close` and `Stock split open` of one instrument and day as a split, ratio open / close. */
export function bookTrading212Splits(rows: readonly Trading212Row[], findings: Findings): void {
  for (const group of grouped(rows, ({ isin, ticker, date }) => `${isin || ticker} ${date.date}`).values()) {
    const closed = group.filter(({ action }) => action.endsWith("close"));
    const opened = group.filter(({ action }) => action.endsWith("open"));
    const ratio = splitRatio(sharesOf(opened), sharesOf(closed));
    const [first] = closed;
    if (first === undefined || ratio === undefined) reportHalf(group, findings);
    else {
      const lines = [...closed, ...opened].map(({ line }) => line);
      findings.book({ ...rowFields(first), rows: lines, kind: "split", instrument: rowInstrument(first), ratio });
    }
  }
}

function sharesOf(rows: readonly Trading212Row[]): Decimal {
  return rows.reduce((sum, { shares }) => sum.plus(shares?.abs() ?? 0), new Decimal(0));
}

function reportHalf(rows: readonly Trading212Row[], findings: Findings): void {
  const message =
    "The other half of this split is not in the file. Export a range that holds both, or enter the split by hand.";
  for (const { line } of rows) findings.report("unknown-action", line, message);
}
