import { Type, type TProperties } from "typebox";
import { attemptSchema, type Attempt } from "./attempt.ts";
import { calendarDateSchema } from "./calendar-date.ts";
import { nullableNumber, nullableText } from "./nullable.ts";
import { schemaOf, type Schema } from "./schema-of.ts";
import { symbolSchema } from "./symbol.ts";

/** One daily close, restated for every later split. */
export interface Close {
  /** Local date of the exchange. */
  date: string;
  /** Decimal string, in `quotationUnit` where that is set, else in `currency`. */
  close: string;
  /** False while the trading day is not over (its close + 30 minutes). */
  final: boolean;
}

/** A dividend per share on its ex-date, restated for later splits like the closes, in the same unit. */
export interface Dividend {
  date: string;
  amount: string;
}

/** A split: `numerator` new shares for `denominator` old ones. Closes of `date` and later are after it. */
export interface Split {
  date: string;
  numerator: number;
  denominator: number;
}

/** The whole price history of a symbol as a source gave it. */
export interface SourcePriceHistory {
  symbol: string;
  currency: string | null;
  quotationUnit: string | null;
  /** The most digits after the point that a close has; see `splitPrecision`. */
  priceDigits: number;
  /** Digits after the point of prices as traded: round `close` x later split ratios to this. */
  tradedPriceDigits: number;
  closes: Close[];
  dividends: Dividend[];
  splits: Split[];
  /** When the unfinished last day becomes final (milliseconds since 1970); null if every close is final. */
  finalAt: number | null;
}

/** Answer of GET /api/v1/price-history/:symbol, cut to the range asked for. */
export interface PriceHistoryAnswer extends Omit<SourcePriceHistory, "finalAt"> {
  source: string;
  adjustment: "split";
  receivedAt: string;
  stale: boolean;
  attempts: Attempt[];
}

/** Path parameters of GET /api/v1/price-history/:symbol. */
export interface PriceHistoryParams {
  symbol: string;
}

/** Query of GET /api/v1/price-history/:symbol. */
export interface PriceHistoryQuery {
  from?: string;
  to?: string;
  source?: string;
}

const decimal = Type.String({ pattern: "^[0-9]+(\\.[0-9]+)?$" });
const date = Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });

const historyFields = {
  symbol: Type.String(),
  currency: nullableText("ISO 4217; null where the source does not say"),
  quotationUnit: nullableText('Unit of the prices where it is not the currency, e.g. "GBp"'),
  priceDigits: Type.Integer({ description: "The most digits after the point that a close was rounded to" }),
  tradedPriceDigits: Type.Integer({ description: "Digits after the point of prices as traded" }),
  closes: Type.Array(Type.Object({ date, close: decimal, final: Type.Boolean() })),
  dividends: Type.Array(Type.Object({ date, amount: decimal })),
  splits: Type.Array(Type.Object({ date, numerator: Type.Number(), denominator: Type.Number() })),
} satisfies TProperties;

/** Schema of {@link SourcePriceHistory}: what must hold before a history is cached. */
export const sourcePriceHistorySchema: Schema<SourcePriceHistory> = schemaOf<SourcePriceHistory>()(
  Type.Object({
    ...historyFields,
    finalAt: nullableNumber("When the last day becomes final, in milliseconds since 1970"),
  }),
);

/** Schema of {@link PriceHistoryAnswer}. */
export const priceHistoryAnswerSchema: Schema<PriceHistoryAnswer> = schemaOf<PriceHistoryAnswer>()(
  Type.Object({
    ...historyFields,
    source: Type.String(),
    adjustment: Type.Literal("split", { description: "Closes are restated for splits, never for dividends" }),
    receivedAt: Type.String({ description: "When the proxy got it, ISO 8601" }),
    stale: Type.Boolean({ description: "Past its time, and the source could not be asked again" }),
    attempts: Type.Array(attemptSchema),
  }),
);

/** Schema of {@link PriceHistoryParams}. */
export const priceHistoryParamsSchema: Schema<PriceHistoryParams> = schemaOf<PriceHistoryParams>()(
  Type.Object({ symbol: symbolSchema }),
);

/** Schema of {@link PriceHistoryQuery}. */
export const priceHistoryQuerySchema: Schema<PriceHistoryQuery> = schemaOf<PriceHistoryQuery>()(
  Type.Object({
    from: Type.Optional(calendarDateSchema),
    to: Type.Optional(calendarDateSchema),
    source: Type.Optional(Type.String({ description: "Id of one source" })),
  }),
);
