/** The period that was chosen, such as "1Y"; "MAX" is all of it. */
export interface PeriodChoice {
  readonly period: string;
}

/** The person chose another period. */
export class PeriodChangeEvent extends CustomEvent<PeriodChoice> {
  constructor(detail: PeriodChoice) {
    super("portfolio-period-change", { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "portfolio-period-change": PeriodChangeEvent;
  }
}
