import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { createAnswerCaches, type AnswerCaches } from "./answer-cache.ts";

declare module "fastify" {
  interface FastifyInstance {
    answerCaches: AnswerCaches;
  }
}

const cachePlugin: FastifyPluginAsync<{ now: () => number }> = async (app: FastifyInstance, { now }) => {
  await app.database.deleteFrom("cache_entry").where("stale_until", "<", now()).execute();
  app.decorate(
    "answerCaches",
    createAnswerCaches(app.database, now, () => app.log.warn("an answer could not be written to the database")),
  );
};

/** Plugin `cache`: what sources answered, in memory and in the database. */
const plugin: typeof cachePlugin = fp(cachePlugin, { name: "cache", dependencies: ["database"] });
export { plugin as cache };
