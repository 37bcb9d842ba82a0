/** The row that was opened or closed. */
export interface RowSelection {
  /** Instrument id, or "cash:USD" for a cash row. */
  readonly id: string;
  readonly kind: "holding" | "closed" | "cash";
  readonly open: boolean;
}

/** A row of a table was opened or closed by the person. */
export class RowSelectEvent extends CustomEvent<RowSelection> {
  constructor(detail: RowSelection) {
    super("portfolio-row-select", { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "portfolio-row-select": RowSelectEvent;
  }
}
