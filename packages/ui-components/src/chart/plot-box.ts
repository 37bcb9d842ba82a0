/** Where the plotting area lies inside the canvas, in CSS pixels. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room above the highest value. */
export const topPadding = 12;

/** The plotting area that uPlot will use; known before it draws, so that labels and canvas agree. */
export function plotBox(size: {
  readonly width: number;
  readonly height: number;
  readonly axisSize: number;
  readonly axisOnLeft: boolean;
}): PlotBox {
  return {
    left: size.axisOnLeft ? size.axisSize : 0,
    top: topPadding,
    width: Math.max(0, size.width - size.axisSize),
    height: Math.max(0, size.height - topPadding),
  };
}
