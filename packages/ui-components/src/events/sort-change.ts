/** By which column a table is sorted, and in which direction. */
export interface TableSort {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** The person chose another order of the rows. */
export class SortChangeEvent extends CustomEvent<TableSort> {
  constructor(detail: TableSort) {
    super("portfolio-sort-change", { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "portfolio-sort-change": SortChangeEvent;
  }
}
