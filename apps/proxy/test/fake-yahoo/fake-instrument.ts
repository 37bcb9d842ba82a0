/** One daily row; a null close is a day without a price, as Yahoo sends for holidays and halts. */
export interface FakeDay {
  readonly date: string;
  readonly close: number | null;
  /** Epoch seconds of the row; else the opening of the day. */
  readonly at?: number;
}

/** What the fake knows about one symbol, in the words of Yahoo's answers. */
export interface FakeInstrument {
  readonly symbol: string;
  readonly name: string;
  readonly quoteType: string;
  readonly currency: string | null;
  readonly exchange: string;
  readonly fullExchangeName: string;
  readonly timeZone: string;
  /** Offset of the exchange in seconds, as `gmtoffset`. */
  readonly offset: number;
  /** UTC time of the opening, in seconds of the day. */
  readonly opensAt: number;
  readonly sessionSeconds: number;
  readonly priceHint: number;
  readonly days: readonly FakeDay[];
  readonly dividends?: readonly { readonly date: string; readonly amount: number }[];
  readonly splits?: readonly { readonly date: string; readonly numerator: number; readonly denominator: number }[];
  /** Fields laid over the quote answer, to make it odd. */
  readonly quote?: Readonly<Record<string, unknown>>;
  /** Fields laid over `meta` of the chart answer. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Epoch seconds of the opening on a date. */
export function openingOf({ opensAt }: FakeInstrument, date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000 + opensAt;
}
