import type { PlainDate } from "../calendar/plain-date.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";

/** In the instrument's own currency, or in the base currency (when left out). */
export type FigureCurrency = "native" | "base";

/** A state on a date, of one instrument. Without `on` after the last transaction. */
interface HoldingFigure extends Omit<LedgerQuery, "after"> {
  readonly instrument: InstrumentId;
}

/** A worth on a date: of one instrument in either currency, or of all in the base currency. */
interface WorthFigure extends Omit<LedgerQuery, "after"> {
  readonly on: PlainDate;
  readonly in?: FigureCurrency;
}

/** A sum over a range: after `after`, up to and including `on`. */
type RangeFigure = LedgerQuery;

/** A split of the gain of one instrument over a range, in the base currency. */
interface GainFigure extends RangeFigure {
  readonly instrument: InstrumentId;
  readonly on: PlainDate;
}

/**
 * Which figure is to be explained, and of what scope: the same questions as those of the function in brackets.
 *
 * Sign: income, fees and taxes paid are positive; a contribution is positive into the scope.
 */
export type Figure =
  /** Units held (`holdingsOn`). */
  | ({ readonly figure: "quantity" } & HoldingFigure)
  /** What they cost (`holdingsOn`); `native` needs an instrument. */
  | ({ readonly figure: "costBasis"; readonly in?: FigureCurrency } & Omit<LedgerQuery, "after">)
  /** Cost of one unit in the instrument's currency (`holdingsOn`). */
  | ({ readonly figure: "unitCost" } & HoldingFigure)
  /** What they are worth (`marketValueOn`); `native` needs an instrument. */
  | ({ readonly figure: "marketValue" } & WorthFigure)
  /** Worth less cost; `native` needs an instrument. */
  | ({ readonly figure: "unrealizedGain" } & WorthFigure)
  /** Proceeds less cost of all disposals (`realizedGain`); `native` needs an instrument. */
  | ({ readonly figure: "realizedGain"; readonly in?: FigureCurrency } & RangeFigure)
  /** Booked amounts (`bookedSum`): in the base currency, or those that were booked in `currency`. */
  | ({ readonly figure: "income" | "fees" | "taxes"; readonly currency?: CurrencyCode } & RangeFigure)
  /** Cash of one currency (`cashBalancesOn`). */
  | ({ readonly figure: "cashBalance"; readonly currency: CurrencyCode } & Omit<LedgerQuery, "after" | "instrument">)
  /** External flows added up, in the base currency (`externalFlows`). */
  | ({ readonly figure: "netContribution" } & Omit<RangeFigure, "instrument">)
  /** Holdings and cash in the base currency (`totalValueOn`). */
  | ({ readonly figure: "totalValue"; readonly on: PlainDate } & Omit<LedgerQuery, "after">)
  /** Parts of a gain (`gainParts`). */
  | ({ readonly figure: "priceGain" | "currencyGain" } & GainFigure)
  /** What exchange rates did to cash (`currencyGainOnCash`). */
  | ({ readonly figure: "currencyGainOnCash"; readonly on: PlainDate } & Omit<RangeFigure, "instrument">);
