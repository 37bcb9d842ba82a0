import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { keepUntil } from "../../../../plugins/app/answers/keep-until.ts";
import { searchAnswerSchema, searchQuerySchema } from "../../../../schemas/instrument.ts";
import { problemAnswers } from "../../../../schemas/problem.ts";

/** The text searched for, in one form, so that "Apple " and "apple" are one question. */
function canonicalText(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** GET /api/v1/instruments/search: instruments whose name, ticker or ISIN matches. */
export const instrumentsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    summary: "Search for instruments",
    tags: ["market"],
    security: [{ bearer: [] }],
    querystring: searchQuerySchema,
    response: { 200: searchAnswerSchema, ...problemAnswers },
  };
  app.get("/instruments/search", { schema }, async ({ query }, reply) => {
    const { entry } = await app.marketData.search(canonicalText(query.q));
    keepUntil(reply, entry.expiresAt, app.now());
    return entry.value;
  });
};
