import type { Instrument } from "@portfolio/core";
import { instrumentText } from "./instrument-text.ts";

/** The instrument that was typed, or why it cannot be told; neither when none is called so. */
export interface FoundInstrument {
  readonly instrument?: Instrument;
  readonly fault?: string;
}

/** Finds the instrument that a text means: its full text first, then ticker, ISIN or name; of several the one in the currency. */
export function findInstrument(typed: string, currency: string, instruments: readonly Instrument[]): FoundInstrument {
  const words = typed.trim().toLowerCase();
  const exact = instruments.filter((known) => instrumentText(known, instruments).toLowerCase() === words);
  if (exact.length === 1) return { instrument: exact[0]! };
  const called = instruments.filter(({ id, ticker, isin, name }) =>
    [id, ticker, isin, name].some((text) => text?.toLowerCase() === words),
  );
  if (called.length === 0) return {};
  if (called.length === 1) return { instrument: called[0]! };
  const inCurrency = called.filter((known) => known.currency === currency);
  if (inCurrency.length === 1) return { instrument: inCurrency[0]! };
  const choices = called.map((known) => `“${instrumentText(known, instruments)}”`);
  return { fault: `${called.length} instruments are called so. Choose one of them: ${choices.join(", ")}.` };
}
