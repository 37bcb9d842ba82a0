/** What gestures need to know of the chart, and whom they tell. */
export interface GestureTarget {
  /** Number of points. */
  readonly count: () => number;
  /** The point under a place on the screen. */
  readonly indexAt: (clientX: number) => number;
  /** The crosshair or the range moved; `byKey` when it is to be read out. */
  readonly moved: (byKey: boolean) => void;
  /** A range was measured, or put away. */
  readonly measured: () => void;
}

/** Two points of the chart, in the order of time. */
export interface IndexRange {
  readonly start: number;
  readonly end: number;
}

const dragDistance = 4;
const holdMilliseconds = 350;

/**
 * Pointer, touch and keys of a chart: a crosshair that follows, and a drag that measures.
 *
 * A mouse measures by dragging; a finger moves the crosshair, and measures after resting for a moment. Keys: arrows,
 * Home and End move the crosshair, with Shift they measure, Escape puts everything away.
 */
export class ChartGestures {
  /** Point under the crosshair. */
  index: number | undefined;
  range: IndexRange | undefined;
  #target: GestureTarget;
  #anchor: number | undefined;
  #downX: number = 0;
  #isDragging: boolean = false;
  #hold: ReturnType<typeof setTimeout> | undefined;

  constructor(target: GestureTarget) {
    this.#target = target;
  }

  /** Forgets crosshair and range, as for new data. */
  reset(): void {
    this.index = undefined;
    this.range = undefined;
    this.#anchor = undefined;
    this.#isDragging = false;
    clearTimeout(this.#hold);
  }

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#target.count() === 0) return;
    this.#downX = event.clientX;
    this.index = this.#target.indexAt(event.clientX);
    if (event.pointerType === "touch") this.#hold = setTimeout(() => (this.#anchor = this.index), holdMilliseconds);
    else this.#anchor = this.index;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#target.moved(false);
  };

  readonly pointerMove = (event: PointerEvent): void => {
    if (this.#target.count() === 0) return;
    this.index = this.#target.indexAt(event.clientX);
    const far = Math.abs(event.clientX - this.#downX) > dragDistance;
    if (far && this.#anchor === undefined) clearTimeout(this.#hold);
    if (this.#anchor !== undefined && (far || this.#isDragging)) {
      this.#isDragging = true;
      this.range = ordered(this.#anchor, this.index);
    }
    this.#target.moved(false);
  };

  readonly pointerUp = (event: PointerEvent): void => {
    clearTimeout(this.#hold);
    const wasDragging = this.#isDragging;
    this.#isDragging = false;
    this.#anchor = undefined;
    if (event.pointerType === "touch" && !wasDragging) this.index = undefined;
    if (wasDragging) this.#target.measured();
    this.#target.moved(false);
  };

  readonly pointerLeave = (): void => {
    if (this.#isDragging) return;
    this.index = undefined;
    this.#target.moved(false);
  };

  readonly doubleClick = (): void => this.#putAway();

  readonly blur = (): void => {
    this.index = undefined;
    this.#target.moved(false);
  };

  readonly keyDown = (event: KeyboardEvent): void => {
    const last = this.#target.count() - 1;
    if (last < 0) return;
    if (event.key === "Escape" && (this.range !== undefined || this.index !== undefined)) {
      event.stopPropagation();
      this.#putAway();
      return;
    }
    const to = this.#keyTarget(event.key, last);
    if (to === undefined) return;
    event.preventDefault();
    this.#moveTo(Math.min(last, Math.max(0, to)), event.shiftKey, last);
  };

  #keyTarget(key: string, last: number): number | undefined {
    const at = this.index;
    if (key === "ArrowRight") return at === undefined ? 0 : at + 1;
    if (key === "ArrowLeft") return at === undefined ? last : at - 1;
    if (key === "PageDown") return (at ?? 0) + 21;
    if (key === "PageUp") return (at ?? last) - 21;
    if (key === "Home") return 0;
    return key === "End" ? last : undefined;
  }

  #moveTo(index: number, isMeasuring: boolean, last: number): void {
    const from = this.#anchor ?? this.index ?? last;
    this.index = index;
    this.#anchor = isMeasuring ? from : undefined;
    if (isMeasuring) {
      this.range = ordered(from, index);
      this.#target.measured();
    }
    this.#target.moved(true);
  }

  #putAway(): void {
    const hadRange = this.range !== undefined;
    this.reset();
    if (hadRange) this.#target.measured();
    this.#target.moved(false);
  }
}

function ordered(left: number, right: number): IndexRange {
  return { start: Math.min(left, right), end: Math.max(left, right) };
}
