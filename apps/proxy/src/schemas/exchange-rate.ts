import { Type } from "typebox";
import { attemptSchema, type Attempt } from "./attempt.ts";
import { calendarDateSchema } from "./calendar-date.ts";
import { nullableNumber } from "./nullable.ts";
import { schemaOf, type Schema } from "./schema-of.ts";

/** Units of the quote currency for one of the base currency on a date. */
interface DailyRate {
  date: string;
  rate: string;
  /** False while the day is not over. */
  final: boolean;
}

/** All daily rates of a currency pair as a source gave them. */
export interface SourceRateHistory {
  rates: DailyRate[];
  /** When the unfinished last day becomes final (milliseconds since 1970); null if every rate is final. */
  finalAt: number | null;
}

/** Answer of GET /api/v1/exchange-rates, cut to the range asked for. */
export interface ExchangeRatesAnswer {
  baseCurrency: string;
  quoteCurrency: string;
  source: string;
  receivedAt: string;
  stale: boolean;
  rates: DailyRate[];
  attempts: Attempt[];
}

/** Query of GET /api/v1/exchange-rates. */
export interface ExchangeRatesQuery {
  base: string;
  quote: string;
  from?: string;
  to?: string;
  source?: string;
}

const rates = Type.Array(
  Type.Object({
    date: Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
    rate: Type.String({
      pattern: "^[0-9]+(\\.[0-9]+)?$",
      description: "Units of the quote currency for one of the base currency",
    }),
    final: Type.Boolean({ description: "False while the day is not over" }),
  }),
);
const currency = (description: string) => Type.String({ pattern: "^[A-Z]{3}$", description });

/** Schema of {@link SourceRateHistory}: what must hold before rates are cached. */
export const sourceRateHistorySchema: Schema<SourceRateHistory> = schemaOf<SourceRateHistory>()(
  Type.Object({ rates, finalAt: nullableNumber("When the last day becomes final, in milliseconds since 1970") }),
);

/** Schema of {@link ExchangeRatesAnswer}. */
export const exchangeRatesAnswerSchema: Schema<ExchangeRatesAnswer> = schemaOf<ExchangeRatesAnswer>()(
  Type.Object({
    baseCurrency: Type.String(),
    quoteCurrency: Type.String(),
    source: Type.String(),
    receivedAt: Type.String({ description: "When the proxy got them, ISO 8601" }),
    stale: Type.Boolean({ description: "Past their time, and the source could not be asked again" }),
    rates,
    attempts: Type.Array(attemptSchema),
  }),
);

/** Schema of {@link ExchangeRatesQuery}. */
export const exchangeRatesQuerySchema: Schema<ExchangeRatesQuery> = schemaOf<ExchangeRatesQuery>()(
  Type.Object({
    base: currency("ISO 4217 code; one unit of it is priced"),
    quote: currency("ISO 4217 code the price is in"),
    from: Type.Optional(calendarDateSchema),
    to: Type.Optional(calendarDateSchema),
    source: Type.Optional(Type.String({ description: "Id of one source" })),
  }),
);
