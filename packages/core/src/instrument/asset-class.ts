/** Broad kind of an instrument, in the order charts and tables show them. */
export type AssetClass =
  | "equity-fund"
  | "share"
  | "bond"
  | "cash"
  | "crypto"
  | "commodity"
  | "real-estate"
  | "alternative";
