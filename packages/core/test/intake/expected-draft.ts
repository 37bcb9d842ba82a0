import type { TransactionDraft } from "../../src/intake/index.ts";

/** A draft as the samples write it down: amounts filled up with zeros, the instrument one text. */
export interface ExpectedDraft {
  readonly rows: readonly number[];
  readonly kind: string;
  readonly tradeDate: string;
  readonly instrument?: string;
  readonly isin?: string;
  readonly quantity?: string;
  readonly unitPrice?: string;
  readonly priceCurrency?: string;
  readonly currency?: string;
  readonly grossAmount?: string;
  readonly instrumentGrossAmount?: string;
  readonly feeAmount?: string;
  readonly taxAmount?: string;
  readonly accruedInterest?: string;
  readonly toCurrency?: string;
  readonly toAmount?: string;
  readonly ratio?: { readonly numerator: string; readonly denominator: string };
  readonly to?: string;
}

const compared = [
  "rows",
  "kind",
  "tradeDate",
  "quantity",
  "unitPrice",
  "currency",
  "grossAmount",
  "instrumentGrossAmount",
  "accruedInterest",
  "toCurrency",
  "toAmount",
  "ratio",
] as const;

/** The part of an expectation that a draft can be compared with. */
export function comparable(expected: ExpectedDraft): Record<string, unknown> {
  return {
    ...Object.fromEntries(compared.map((field) => [field, expected[field]])),
    feeAmount: expected.feeAmount ?? "0",
    taxAmount: expected.taxAmount ?? "0",
    priceCurrency: expected.unitPrice === undefined ? undefined : (expected.priceCurrency ?? expected.currency),
    instrument: expected.instrument,
    to: expected.to,
  };
}

/** What an expectation calls instruments by: their ticker, their ISIN, or the latter where there is one. */
export type Naming = "ticker" | "isin" | "either";

/** A draft in the form of an expectation. */
export function asExpected(draft: TransactionDraft, naming: Naming): Record<string, unknown> {
  const { instrument, toInstrument, unitPrice, priceCurrency, ...rest } = draft;
  const [from, to] = [named(instrument, naming), named(toInstrument, naming)];
  return comparable({
    ...rest,
    ...(unitPrice === undefined ? {} : { unitPrice, priceCurrency: priceCurrency ?? draft.currency ?? "" }),
    ...(from === undefined ? {} : { instrument: from }),
    ...(to === undefined ? {} : { to }),
  });
}

function named(instrument: TransactionDraft["instrument"], naming: Naming): string | undefined {
  return naming === "either" ? (instrument?.isin ?? instrument?.ticker ?? instrument?.name) : instrument?.[naming];
}
