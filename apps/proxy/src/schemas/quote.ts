import { Type, type TProperties } from "typebox";
import { attemptSchema, type Attempt } from "./attempt.ts";
import { nullableNumber, nullableText } from "./nullable.ts";
import { schemaOf, type Schema } from "./schema-of.ts";
import { symbolListSchema } from "./symbol.ts";

/** A price as a source gave it, before we say how we came by it. */
export interface SourceQuote {
  symbol: string;
  name: string | null;
  kind: string | null;
  /** Decimal string in `quotationUnit` where that is set, else in `currency`. */
  price: string;
  /** Close of the day before, in the unit of `price`. */
  previousClose: string | null;
  /** ISO 4217, or null where the source does not say: nobody guesses. */
  currency: string | null;
  /** Unit of the price where it is not the currency: "GBp" is a hundredth of GBP. */
  quotationUnit: string | null;
  exchange: string | null;
  /** Time of the price, ISO 8601 in UTC. */
  asOf: string;
  /** Local date of the price at its exchange; absent where the source does not say where that is. */
  date?: string;
  delayMinutes: number | null;
  /** Whether the market was trading; null where the source does not say. Decides how long the quote is fresh. */
  marketOpen: boolean | null;
}

/** A quote as the proxy answers it. */
export interface Quote extends Omit<SourceQuote, "marketOpen"> {
  /** When the proxy got it, ISO 8601 in UTC. */
  receivedAt: string;
  source: string;
  /** The source could not be asked again and the copy is past its time. */
  stale: boolean;
  /** Sources that failed for this answer. */
  attempts: Attempt[];
}

/** A symbol without a quote, with the problem code that a single request would get. */
interface MissingQuote {
  symbol: string;
  code: string;
}

/** Answer of GET /api/v1/quotes. */
export interface QuotesAnswer {
  quotes: Quote[];
  missing: MissingQuote[];
}

/** Query of GET /api/v1/quotes. */
export interface QuotesQuery {
  symbols: string;
  source?: string;
}

const price = Type.String({
  pattern: "^[0-9]+(\\.[0-9]+)?$",
  description: "Decimal string, in quotationUnit if set, else in currency",
});

const sourceQuoteFields = {
  symbol: Type.String(),
  name: nullableText("Name at the source"),
  kind: nullableText("equity, etf, fund, index, currency, crypto, future or option"),
  price,
  previousClose: nullableText("Decimal string in the unit of the price"),
  currency: nullableText("ISO 4217; null where the source does not say"),
  quotationUnit: nullableText('Unit of the price where it is not the currency, e.g. "GBp"'),
  exchange: nullableText("Exchange in the words of the source"),
  asOf: Type.String({ description: "Time of the price, ISO 8601" }),
  date: Type.Optional(
    Type.String({
      pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
      description:
        "Date of the price at its exchange, YYYY-MM-DD: the day the price is a close of. Absent where the source does not say",
    }),
  ),
  delayMinutes: nullableNumber("Delay of the price in minutes, if known"),
} satisfies TProperties;

/** Schema of {@link SourceQuote}: what must hold before a quote is cached. */
export const sourceQuoteSchema: Schema<SourceQuote> = schemaOf<SourceQuote>()(
  Type.Object({ ...sourceQuoteFields, marketOpen: Type.Unsafe<boolean | null>({ type: ["boolean", "null"] }) }),
);

/** Schema of {@link Quote}. */
const quoteSchema: Schema<Quote> = schemaOf<Quote>()(
  Type.Object({
    ...sourceQuoteFields,
    receivedAt: Type.String({ description: "When the proxy got it, ISO 8601" }),
    source: Type.String(),
    stale: Type.Boolean({ description: "Past its time, and the source could not be asked again" }),
    attempts: Type.Array(attemptSchema),
  }),
);

/** Schema of {@link QuotesAnswer}. */
export const quotesAnswerSchema: Schema<QuotesAnswer> = schemaOf<QuotesAnswer>()(
  Type.Object({
    quotes: Type.Array(quoteSchema),
    missing: Type.Array(Type.Object({ symbol: Type.String(), code: Type.String() })),
  }),
);

/** Schema of {@link QuotesQuery}. */
export const quotesQuerySchema: Schema<QuotesQuery> = schemaOf<QuotesQuery>()(
  Type.Object({ symbols: symbolListSchema, source: Type.Optional(Type.String({ description: "Id of one source" })) }),
);
