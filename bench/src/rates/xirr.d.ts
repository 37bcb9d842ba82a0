/** npm xirr 1.1.0 has no types of its own. */
declare module "xirr" {
  export default function xirr(
    transactions: readonly { readonly amount: number; readonly when: Date }[],
    options?: { readonly guess?: number },
  ): number;
}
