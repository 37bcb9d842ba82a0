import type { CurrencyCode } from "@portfolio/core";
import { decimalRatio } from "./decimal-ratio.ts";
import { decimalSum } from "./decimal-sum.ts";
import type { Figure } from "./figure.ts";
import { figureWriter, type FigureStyle } from "./figure-writer.ts";
import type { HoldingRow, RowAmounts } from "./holding-row.ts";

/** The totals row: sums over the rows that are shown, and how many of them could not be counted. */
export interface HoldingTotals {
  readonly marketValue: Figure;
  readonly weight: Figure;
  readonly costBasis: Figure;
  readonly unrealizedGain: Figure;
  readonly unrealizedReturn: Figure;
  readonly realizedGain: Figure;
  readonly income: Figure;
  readonly totalGain: Figure;
  readonly dayChange: Figure;
  /** Rows whose market value is not known. */
  readonly leftOut: number;
}

/** Sums the shown rows, exactly. */
export function holdingTotals(rows: readonly HoldingRow[], style: FigureStyle): HoldingTotals {
  const base: CurrencyCode = style.baseCurrency;
  const write = figureWriter(style);
  const hasHoldings = rows.some((row) => row.kind !== "cash");
  // Where no row knows an amount the total is not known either: never 0.
  const sum = (name: keyof RowAmounts): string | undefined => {
    const amounts = rows.flatMap((row) => row.amounts[name] ?? []);
    return amounts.length === 0 && hasHoldings ? undefined : decimalSum(amounts);
  };
  const known = rows.filter((row) => row.amounts.unrealizedGain !== undefined);
  const gain = decimalSum(known.flatMap((row) => row.amounts.unrealizedGain ?? []));
  const ratio = decimalRatio(gain, decimalSum(known.flatMap((row) => row.amounts.costBasis ?? [])));
  const none: Figure = { text: "", tone: "neutral" };
  return {
    marketValue: write.amount(sum("marketValue"), base),
    weight: write.percent({ value: rows.reduce((total, row) => total + row.weight, 0) }, 1),
    costBasis: write.amount(sum("costBasis"), base),
    unrealizedGain: write.change(
      sum("unrealizedGain"),
      base,
      undefined,
      ratio === undefined ? undefined : { value: ratio },
      1,
    ),
    unrealizedReturn: ratio === undefined ? none : write.percent({ value: ratio }, 1, "change"),
    realizedGain: write.change(sum("realizedGain"), base),
    income: write.amount(sum("income"), base),
    totalGain: write.change(sum("totalGain"), base),
    dayChange: write.change(sum("dayChange"), base),
    leftOut: rows.filter((row) => row.kind !== "closed" && row.amounts.marketValue === undefined).length,
  };
}
