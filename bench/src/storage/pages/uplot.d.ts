/** The part of uPlot that the cold start uses; the package itself belongs to ui-components. */
declare module "uplot" {
  const uPlot: new (options: object, data: readonly Float64Array[], target: HTMLElement) => object;
  export default uPlot;
}
