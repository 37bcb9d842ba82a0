/** The figure whose derivation is asked for. */
export interface ExplainRequest {
  /** What the figure is, such as "marketValue"; free text of the host for cards. */
  readonly figure: string;
  /** Which instrument it belongs to, if any. */
  readonly instrumentId?: string;
  /** The element to place a popover at. */
  readonly anchor: HTMLElement;
}

/** The person asks how a figure came about. */
export class ExplainEvent extends CustomEvent<ExplainRequest> {
  constructor(detail: ExplainRequest) {
    super("portfolio-explain", { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "portfolio-explain": ExplainEvent;
  }
}
