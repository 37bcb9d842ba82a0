import type { UndefinedReason } from "@portfolio/core";
import type { Tone } from "../formatting/tone.ts";

/** Every sentence and label an element can show. A language is one object of this shape; no sentence is built from parts. */
export interface Strings {
  readonly notYetKnown: string;
  readonly notApplicable: string;
  readonly amountHidden: string;
  readonly loading: string;
  readonly explain: (what: string) => string;
  readonly change: (tone: Tone, words: string) => string;
  readonly reasons: Readonly<Record<UndefinedReason, string>>;
  readonly mend: Readonly<Partial<Record<UndefinedReason, string>>>;
  readonly lacks: (name: string, reason: UndefinedReason) => string;
  readonly periods: Readonly<Record<string, { readonly short: string; readonly long: string }>>;
  readonly period: string;
  readonly keyFigures: string;
  readonly chart: ChartStrings;
  readonly holdings: HoldingsStrings;
}

/** Words of the value chart. */
export interface ChartStrings {
  readonly value: string;
  readonly netContributions: string;
  readonly gainSinceStart: string;
  readonly gain: string;
  readonly change: string;
  readonly rangeReturn: string;
  readonly dragHint: string;
  readonly menu: string;
  readonly showTable: string;
  readonly hideTable: string;
  readonly copyCsv: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly showAmountsToCopy: string;
  readonly date: string;
  readonly monthEnds: string;
  readonly noValue: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly unknownTitle: string;
  readonly unknownText: string;
  readonly errorTitle: string;
  readonly dates: (from: string, to: string) => string;
  readonly summary: (end: string, to: string, start: string, from: string, gain: string) => string;
  readonly summaryUnknown: (to: string, from: string) => string;
  readonly summaryHidden: (to: string, from: string, tone: Tone) => string;
  readonly eventCount: (count: number) => string;
  readonly eventKinds: Readonly<Record<EventShape, string>>;
}

/** The marks of the event lane. */
export type EventShape = "buy" | "sell" | "dividend" | "deposit" | "split" | "note";

/** Words of the holdings table. */
export interface HoldingsStrings {
  readonly caption: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly cash: string;
  readonly closed: string;
  readonly total: string;
  readonly totalOfShown: (shown: number, all: number) => string;
  readonly leavesOut: (count: number) => string;
  readonly open: (name: string) => string;
  readonly close: (name: string) => string;
  readonly details: Readonly<Record<string, string>>;
  readonly perUnit: (price: string) => string;
  readonly quantityTimesPrice: (quantity: string, price: string) => string;
  readonly priceOf: (date: string, source: string) => string;
  readonly priceIsOld: (days: number, date: string, source: string) => string;
  readonly stamp: (date: string, age: string, source: string) => string;
  readonly stale: (days: number) => string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly noMatch: (filter: string) => string;
  readonly errorTitle: string;
}
