import type { UndefinedReason } from "@portfolio/core";
import type { Tone } from "../formatting/tone.ts";

/** A figure ready to be shown: text, meaning, words, or the reason why there is none. */
export interface Figure {
  readonly text: string;
  readonly tone: Tone;
  /** Words for screen readers where the text alone would not do (arrows, signs). */
  readonly spoken?: string | undefined;
  /** Set when the figure is not known; `text` then says so. */
  readonly reason?: UndefinedReason | undefined;
}
