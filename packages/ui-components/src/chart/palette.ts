/** Colours of a chart as the canvas understands them. */
export interface Palette {
  readonly value: string;
  readonly fill: string;
  readonly fade: string;
  readonly contributions: string;
  readonly grid: string;
}

/** Names of the probes a chart keeps inside its shadow root, one per colour. */
export const probeNames: readonly (keyof Palette)[] = ["value", "fill", "fade", "contributions", "grid"];

/**
 * Reads the colours from hidden probe elements.
 *
 * A custom property would come back as the unresolved `light-dark(…)`; the computed `color` of an element is resolved.
 */
export function readPalette(root: ParentNode): Palette {
  const colour = (name: string): string => {
    const probe = root.querySelector(`.probe-${name}`);
    return (probe === null ? "" : getComputedStyle(probe).color) || "gray";
  };
  return {
    value: colour("value"),
    fill: colour("fill"),
    fade: colour("fade"),
    contributions: colour("contributions"),
    grid: colour("grid"),
  };
}
