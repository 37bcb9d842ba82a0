import fastifyRateLimit from "@fastify/rate-limit";
import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from "fastify";
import { addressGroup } from "../app/access/address-group.ts";
import { ApiProblem } from "../app/problems/api-problem.ts";

const perMinute = 600;
const perMinuteRefused = 60;

function keyOf(request: FastifyRequest): string {
  return request.access === "token" ? "token" : `${request.access}:${addressGroup(request.ip)}`;
}

const rateLimitPlugin: FastifyPluginAsync = async (app: FastifyInstance) => {
  await app.register(fastifyRateLimit, {
    timeWindow: 60_000,
    keyGenerator: keyOf,
    max: (request: FastifyRequest) => (request.access === "none" ? perMinuteRefused : perMinute),
    errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) =>
      new ApiProblem(
        429,
        "rate-limited",
        "Too many requests in one minute; wait and try again.",
        Math.ceil(ttl / 1000),
      ),
  });
};

/**
 * Plugin `rate-limit` for the routes registered after it in the same scope: 600 requests a minute with the token or from
 * this machine where none is needed, 60 a minute and address for those that are refused.
 */
const plugin: typeof rateLimitPlugin = fp(rateLimitPlugin, { name: "rate-limit", dependencies: ["access"] });
export { plugin as rateLimit };
