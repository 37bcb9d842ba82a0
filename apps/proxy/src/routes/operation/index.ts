import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { appConfigSchema, healthSchema } from "../../schemas/operation.ts";
import type { Config } from "../../schemas/config.ts";

/** GET /healthz, /readyz and /app-config.json: what a supervisor and the page ask before anything else, without a token. */
export const operationRoutes: FastifyPluginAsyncTypebox<{ config: Config }> = async (app, { config }) => {
  const tags = ["operation"];

  app.get(
    "/healthz",
    { schema: { summary: "The process answers", tags, response: { 200: healthSchema } } },
    async (_request, reply) => {
      reply.header("cache-control", "no-store");
      return { status: "ok" as const };
    },
  );

  const ready = { summary: "The database can be written", tags, response: { 200: healthSchema, 503: healthSchema } };
  app.get("/readyz", { schema: ready }, async (_request, reply) => {
    reply.header("cache-control", "no-store");
    if (await app.isDatabaseWritable()) return { status: "ok" as const };
    return reply.code(503).send({ status: "unavailable" as const });
  });

  const appConfig = { summary: "What the page needs to know first", tags, response: { 200: appConfigSchema } };
  app.get("/app-config.json", { schema: appConfig }, async (_request, reply) => {
    reply.header("cache-control", "no-cache");
    return { apiBase: "/api/v1", tokenRequired: config.accessTokenHash !== null, version: config.version };
  });
};
