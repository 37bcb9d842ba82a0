import { hasIsinShape } from "../../instrument/isin.ts";
import type { InstrumentReference } from "../../transactions/transaction-draft.ts";

/** What a row may say of its instrument. */
export interface PrintedInstrument {
  readonly ticker?: string | undefined;
  readonly isin?: string | undefined;
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly quotationUnit?: string | undefined;
  readonly exchange?: string | undefined;
  readonly assetClass?: InstrumentReference["assetClass"] | undefined;
}

/**
 * The reference to an instrument; undefined when a row names none.
 *
 * An ISIN needs the shape only: brokers give their own lines codes whose check digit does not hold.
 */
export function instrumentOf(printed: PrintedInstrument): InstrumentReference | undefined {
  const isin = printed.isin?.trim().toUpperCase();
  const known = { ...printed, isin: isin !== undefined && hasIsinShape(isin) ? isin : undefined };
  if (!known.ticker && !known.isin && !known.name) return undefined;
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ""));
}

/** One text for an instrument inside one file: its ISIN, else its ticker, else its name. */
export function instrumentKey(instrument: InstrumentReference | undefined): string {
  return instrument?.isin ?? instrument?.ticker ?? instrument?.name ?? "";
}
