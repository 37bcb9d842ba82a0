import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { dateRange, within } from "../../../../plugins/app/answers/date-range.ts";
import { keepUntil } from "../../../../plugins/app/answers/keep-until.ts";
import { ApiProblem } from "../../../../plugins/app/problems/api-problem.ts";
import { exchangeRatesAnswerSchema, exchangeRatesQuerySchema } from "../../../../schemas/exchange-rate.ts";
import { problemAnswers } from "../../../../schemas/problem.ts";

/** GET /api/v1/exchange-rates: daily rates, units of `quote` for one `base`. */
export const exchangeRatesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    summary: "Daily exchange rates",
    description: "Units of the quote currency for one of the base currency.",
    tags: ["market"],
    security: [{ bearer: [] }],
    querystring: exchangeRatesQuerySchema,
    response: { 200: exchangeRatesAnswerSchema, ...problemAnswers },
  };
  app.get("/exchange-rates", { schema }, async ({ query }, reply) => {
    const { base, quote } = query;
    if (base === quote)
      throw new ApiProblem(
        400,
        "bad-currency",
        "The two currencies must differ; the rate of a currency to itself is 1.",
      );
    const range = dateRange(query, app.now());
    const { entry, source, stale, attempts } = await app.marketData.exchangeRates(base, quote, query.source);
    keepUntil(reply, entry.expiresAt, app.now());
    const receivedAt = new Date(entry.receivedAt).toISOString();
    return {
      baseCurrency: base,
      quoteCurrency: quote,
      source,
      receivedAt,
      stale,
      rates: within(entry.value.rates, range),
      attempts,
    };
  });
};
