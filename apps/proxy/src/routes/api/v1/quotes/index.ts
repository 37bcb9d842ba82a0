import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { keepUntil } from "../../../../plugins/app/answers/keep-until.ts";
import { problemAnswers } from "../../../../schemas/problem.ts";
import { quotesAnswerSchema, quotesQuerySchema } from "../../../../schemas/quote.ts";
import { canonicalSymbols } from "../../../../schemas/symbol.ts";

/** GET /api/v1/quotes: the last prices of up to 50 symbols. One symbol that fails does not fail the others. */
export const quotesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    summary: "Last prices",
    tags: ["market"],
    security: [{ bearer: [] }],
    querystring: quotesQuerySchema,
    response: { 200: quotesAnswerSchema, ...problemAnswers },
  };
  app.get("/quotes", { schema }, async ({ query }, reply) => {
    const { answer, expiresAt } = await app.marketData.quotes(canonicalSymbols(query.symbols), query.source);
    keepUntil(reply, expiresAt, app.now());
    return answer;
  });
};
