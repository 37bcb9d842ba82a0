import { leavingOrder, type HoldingColumn } from "../../view-models/holding-column.ts";
import type { Figure } from "../../view-models/figure.ts";
import type { HoldingFigure, HoldingRow } from "../../view-models/holding-row.ts";

/** A column that is shown, and how wide; widths in rem. */
export interface FittedColumn {
  readonly id: HoldingColumn;
  readonly width: number;
}

const padding = 1.5;
const perCharacter = 0.485;
const perSmallCharacter = 0.425;
const arrowRoom = 0.8;
/** What the last column has more of, towards the edge of the card. */
const edge = 0.5;
const instrumentLeast = 13;
const instrumentMost = 19;

/** First and second line of the columns that hold figures. */
const lines: Readonly<Partial<Record<HoldingColumn, readonly [HoldingFigure, HoldingFigure?]>>> = {
  quantity: ["quantity"],
  price: ["price", "dayReturn"],
  marketValue: ["marketValue", "marketValueNative"],
  costBasis: ["costBasis", "unitCost"],
  unrealizedGain: ["unrealizedGain", "unrealizedReturn"],
  realizedGain: ["realizedGain"],
  income: ["income"],
  totalReturn: ["totalGain", "totalReturn"],
};

const fixed: Readonly<Partial<Record<HoldingColumn, number>>> = {
  instrument: instrumentLeast,
  sparkline: 6.5,
  weight: 7.75,
};

function figureRoom(figure: Figure, room: number): number {
  return (
    figure.text.length * (figure.reason === undefined ? room : perSmallCharacter) +
    (figure.tone === "neutral" ? 0 : arrowRoom)
  );
}

/** Room a column needs for its widest figure and its heading. */
export function neededWidth(column: HoldingColumn, rows: readonly HoldingRow[], heading: string): number {
  const least = fixed[column];
  if (least !== undefined) return least;
  let widest = heading.length * perSmallCharacter + 0.9;
  const [first, second] = lines[column] ?? [];
  for (const { figures } of rows) {
    if (first !== undefined) widest = Math.max(widest, figureRoom(figures[first], perCharacter));
    if (second !== undefined) widest = Math.max(widest, figureRoom(figures[second], perSmallCharacter));
  }
  return widest + padding;
}

/**
 * Chooses the columns that fit and gives each its width.
 *
 * Columns leave in a fixed order as the room shrinks; what is left over is shared, first with the instrument. Units: rem.
 */
export function fitColumns(
  chosen: readonly HoldingColumn[],
  needs: ReadonlyMap<HoldingColumn, number>,
  room: number,
): readonly FittedColumn[] {
  const sum = (ids: readonly HoldingColumn[]): number => ids.reduce((total, id) => total + (needs.get(id) ?? 0), 0);
  let columns = [...chosen];
  for (const leaver of leavingOrder) {
    if (sum(columns) + edge <= room) break;
    columns = columns.filter((id) => id !== leaver);
  }
  const slack = Math.max(0, room - edge - sum(columns));
  const forInstrument = Math.min(slack, instrumentMost - instrumentLeast);
  const share = columns.length > 1 ? (slack - forInstrument) / (columns.length - 1) : 0;
  const extra = (id: HoldingColumn): number =>
    (id === "instrument" ? forInstrument : share) + (id === columns.at(-1) ? edge : 0);
  return columns.map((id) => ({ id, width: (needs.get(id) ?? 0) + extra(id) }));
}
