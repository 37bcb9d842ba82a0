/** A stretch of the chart, measured; undefined when the measurement was put away. */
export interface MeasuredRange {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly startValue: number;
  readonly endValue: number;
  /** Change of value. */
  readonly change: number;
  /** Change of value less net contributions inside the range. */
  readonly gain: number;
}

/** The person measured a range of the chart, or put the measurement away. */
export class RangeMeasureEvent extends CustomEvent<MeasuredRange | undefined> {
  constructor(detail: MeasuredRange | undefined) {
    super("portfolio-range-measure", { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "portfolio-range-measure": RangeMeasureEvent;
  }
}
