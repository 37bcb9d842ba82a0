import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { Config } from "../../../schemas/config.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import { isLocalHost } from "./local-host.ts";

/** How a request came in: with the right token, from this machine where none is needed, or not at all. */
type Access = "token" | "local" | "none";

declare module "fastify" {
  interface FastifyRequest {
    /** Set before any limit or route runs. */
    access: Access;
    /** Why access is "none"; thrown once the limits have counted the request. */
    refusal: ApiProblem | null;
  }
}

const healthRoutes = new Set(["/healthz", "/readyz"]);
const sayHost = "Open the page by http://localhost or http://127.0.0.1, or set ACCESS_TOKEN.";

const accessPlugin: FastifyPluginAsync<{ config: Config }> = async (app: FastifyInstance, { config }) => {
  app.decorateRequest("access", "none");
  app.decorateRequest("refusal", null);

  app.addHook("onRequest", async (request) => {
    if (config.accessTokenHash !== null || healthRoutes.has(request.routeOptions.url ?? "")) return;
    if (!isLocalHost(request.raw.headers.host)) throw new ApiProblem(403, "host-denied", sayHost);
  });
};

/**
 * Plugin `access`: without a token the proxy listens on loopback only, and the Host header of every request but those
 * for health must name this machine.
 */
const plugin: typeof accessPlugin = fp(accessPlugin, { name: "access", dependencies: ["problems"] });
export { plugin as access };
