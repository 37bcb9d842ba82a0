/** Columns of the holdings table, in the order they stand. */
export const holdingColumns = [
  "instrument",
  "sparkline",
  "quantity",
  "price",
  "marketValue",
  "weight",
  "costBasis",
  "unrealizedGain",
  "realizedGain",
  "income",
  "totalReturn",
] as const;

export type HoldingColumn = (typeof holdingColumns)[number];

/** Columns in the order they leave as the table gets narrower; instrument and market value never leave. */
export const leavingOrder: readonly HoldingColumn[] = [
  "realizedGain",
  "totalReturn",
  "income",
  "costBasis",
  "sparkline",
  "weight",
  "quantity",
  "price",
  "unrealizedGain",
];
