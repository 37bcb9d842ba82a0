import type { UndefinedReason } from "@portfolio/core";

/** What is missing, and of what. */
export interface MendRequest {
  readonly reason: UndefinedReason;
  readonly instrumentId?: string;
}

/** The person wants to supply the input that a figure lacks. */
export class MendRequestEvent extends CustomEvent<MendRequest> {
  constructor(detail: MendRequest) {
    super("portfolio-mend-request", { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "portfolio-mend-request": MendRequestEvent;
  }
}
