import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";

const requestLogPlugin: FastifyPluginAsync = async (app: FastifyInstance) => {
  app.addHook("onResponse", async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? "unknown";
    request.log.info(
      { method, route, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) },
      "answered",
    );
  });
};

/**
 * Plugin `request-log`: one line per request with the route's pattern, never the address asked for: that holds symbols.
 * Addresses of callers and headers stay out as well.
 */
const plugin: typeof requestLogPlugin = fp(requestLogPlugin, { name: "request-log" });
export { plugin as requestLog };
