import { css, type CSSResult } from "lit";

/** What uPlot needs of its stylesheet, for the inside of a shadow root: no global CSS on the page. */
export const uplotStyles: CSSResult = css`
  .uplot {
    inline-size: min-content;
    direction: ltr;
  }
  .u-wrap {
    position: relative;
    user-select: none;
  }
  .u-over,
  .u-under,
  .u-axis {
    position: absolute;
    pointer-events: none;
  }
  .uplot canvas {
    display: block;
    position: relative;
    inline-size: 100%;
    block-size: 100%;
  }
`;
