import type { UndefinedReason } from "@portfolio/core";
import type { Strings } from "../../localization/strings.ts";
import type { HoldingRow } from "../../view-models/holding-row.ts";

/** What the parts of the table share with the element: words, switches, and what they may ask of it. */
export interface TableContext {
  readonly strings: Strings;
  readonly isExplainable: boolean;
  /** The largest weight, for which the bar is full. */
  readonly largestWeight: number;
  readonly isOpen: (row: HoldingRow) => boolean;
  readonly isReachable: (row: HoldingRow) => boolean;
  readonly toggle: (row: HoldingRow) => void;
  readonly mend: (row: HoldingRow, reason: UndefinedReason) => void;
  readonly explain: (row: HoldingRow, figure: string, anchor: HTMLElement) => void;
}
