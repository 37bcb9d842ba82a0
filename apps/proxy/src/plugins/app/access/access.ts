import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from "fastify";
import type { Config } from "../../../schemas/config.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import { addressGroup } from "./address-group.ts";
import { isLocalHost } from "./local-host.ts";
import { createLockout } from "./lockout.ts";
import { bearerToken, tokenMatches } from "./token-check.ts";

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

/** Options of the plugin `access`. */
interface AccessOptions {
  readonly config: Config;
  readonly now: () => number;
}

const healthPaths = new Set(["/healthz", "/readyz"]);
const sayHost = "Open the page by http://localhost or http://127.0.0.1, or set ACCESS_TOKEN.";
const sayOrigin = "This origin may not use the proxy; add it to ALLOWED_ORIGINS.";
const sayToken = "Send the access token of this proxy as Authorization: Bearer <token>.";

/** Whether a page of another origin sent the request although it is not on the list. */
function isForeignOrigin(request: FastifyRequest, config: Config): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined) return !config.allowedOrigins.includes(origin) && origin !== `http://${host}`;
  return config.accessTokenHash === null && request.headers["sec-fetch-site"] === "cross-site";
}

/** Where a token stands in for everything else: who may call the API. */
function tokenRefusal(
  request: FastifyRequest,
  hash: string,
  lockout: ReturnType<typeof createLockout>,
): ApiProblem | null {
  const token = bearerToken(request.headers.authorization);
  if (token === undefined) return new ApiProblem(401, "token-missing", sayToken);
  const address = addressGroup(request.ip);
  const seconds = lockout.secondsLeft(address);
  if (seconds > 0)
    return new ApiProblem(429, "rate-limited", "Too many wrong tokens from this address; wait and try again.", seconds);
  if (tokenMatches(token, hash)) return null;
  lockout.countWrong(address);
  return new ApiProblem(
    401,
    "token-invalid",
    "The access token is not the one of this proxy; check it in the settings.",
  );
}

const accessPlugin: FastifyPluginAsync<AccessOptions> = async (app: FastifyInstance, { config, now }) => {
  const lockout = createLockout(now);
  app.decorateRequest("access", "none");
  app.decorateRequest("refusal", null);

  app.addHook("onRequest", async (request) => {
    const path = request.raw.url?.split("?")[0] ?? "";
    if (config.accessTokenHash === null && !healthPaths.has(path) && !isLocalHost(request.raw.headers.host)) {
      throw new ApiProblem(403, "host-denied", sayHost);
    }
    if (!path.startsWith("/api/v1/")) return;
    if (isForeignOrigin(request, config)) throw new ApiProblem(403, "origin-denied", sayOrigin);
    request.refusal = config.accessTokenHash === null ? null : tokenRefusal(request, config.accessTokenHash, lockout);
    if (request.refusal === null) request.access = config.accessTokenHash === null ? "local" : "token";
  });

  // After the rate limit, which runs at the end of onRequest: refused requests count as well.
  app.addHook("preParsing", async (request) => {
    if (request.refusal !== null) throw request.refusal;
  });
};

/**
 * Plugin `access`: decides for each request under /api/v1 whether it may be answered.
 *
 * With a token configured the bearer token decides. Without one the proxy listens on loopback only, and the Host header
 * must name this machine.
 */
const plugin: typeof accessPlugin = fp(accessPlugin, { name: "access", dependencies: ["problems"] });
export { plugin as access };
