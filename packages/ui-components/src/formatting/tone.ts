/** What a change means: colour, arrow and words follow it. A change that rounds to zero is neutral. */
export type Tone = "gain" | "loss" | "neutral";
