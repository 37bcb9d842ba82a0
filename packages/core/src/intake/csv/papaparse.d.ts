/**
 * The few words of papaparse we use.
 *
 * Its published types refer to Node's, which would let `process` and `Buffer` into the pure core; so the file is
 * imported by its own path and described here.
 */
declare module "papaparse/papaparse.min.js" {
  interface ParseFault {
    readonly code: string;
    readonly row?: number;
  }
  interface Papaparse {
    parse(
      text: string,
      options: { delimiter: string; newline: string; header: false; skipEmptyLines: false },
    ): { readonly data: string[][]; readonly errors: readonly ParseFault[] };
  }
  const papaparse: Papaparse;
  export default papaparse;
}
