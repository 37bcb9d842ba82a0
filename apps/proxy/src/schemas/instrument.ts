import { Type } from "typebox";
import { nullableText } from "./nullable.ts";
import { schemaOf, type Schema } from "./schema-of.ts";

/** Something a search found that quotes can be asked for. */
export interface Candidate {
  symbol: string;
  name: string | null;
  kind: string | null;
  exchange: string | null;
  currency: string | null;
}

/** Answer of GET /api/v1/instruments/search. */
export interface SearchAnswer {
  candidates: Candidate[];
}

/** Query of GET /api/v1/instruments/search. */
export interface SearchQuery {
  q: string;
}

/** Schema of {@link SearchAnswer}; also what must hold before a search is cached. */
export const searchAnswerSchema: Schema<SearchAnswer> = schemaOf<SearchAnswer>()(
  Type.Object({
    candidates: Type.Array(
      Type.Object({
        symbol: Type.String(),
        name: nullableText("Name at the source"),
        kind: nullableText("equity, etf, fund, index, currency, crypto, future or option"),
        exchange: nullableText("Exchange in the words of the source"),
        currency: nullableText("ISO 4217; null where the source does not say"),
      }),
    ),
  }),
);

/** Schema of {@link SearchQuery}. */
export const searchQuerySchema: Schema<SearchQuery> = schemaOf<SearchQuery>()(
  Type.Object({
    q: Type.String({
      minLength: 1,
      maxLength: 100,
      pattern: "\\S",
      description: "Part of a name, a ticker or an ISIN",
    }),
  }),
);
