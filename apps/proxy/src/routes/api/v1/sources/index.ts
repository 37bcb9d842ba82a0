import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { problemAnswers } from "../../../../schemas/problem.ts";
import { sourcesAnswerSchema } from "../../../../schemas/source.ts";

/** GET /api/v1/sources: which sources are configured and whether they can be asked now. */
export const sourcesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    summary: "The configured sources and their state",
    tags: ["market"],
    security: [{ bearer: [] }],
    response: { 200: sourcesAnswerSchema, ...problemAnswers },
  };
  app.get("/sources", { schema }, async (_request, reply) => {
    reply.header("cache-control", "no-cache");
    return { sources: app.marketData.sources() };
  });
};
