import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from "fastify";
import type { Config } from "../../../schemas/config.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import { addressGroup } from "./address-group.ts";
import { createLockout } from "./lockout.ts";
import { bearerToken, tokenMatches } from "./token-check.ts";

/** Options of the plugin `access-guard`. */
interface GuardOptions {
  readonly config: Config;
  readonly now: () => number;
}

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

const guardPlugin: FastifyPluginAsync<GuardOptions> = async (app: FastifyInstance, { config, now }) => {
  const lockout = createLockout(now);

  app.addHook("onRequest", async (request) => {
    if (isForeignOrigin(request, config)) throw new ApiProblem(403, "origin-denied", sayOrigin);
    request.refusal = config.accessTokenHash === null ? null : tokenRefusal(request, config.accessTokenHash, lockout);
    if (request.refusal === null) request.access = config.accessTokenHash === null ? "local" : "token";
  });

  // After the rate limit, which runs at the end of onRequest: refused requests count as well.
  app.addHook("preParsing", async (request) => {
    if (request.access === "none") throw request.refusal ?? new ApiProblem(401, "token-missing", sayToken);
  });
};

/**
 * Plugin `access-guard`: decides for each request to a route of the scope it is registered in whether it may be
 * answered; register it there before any route. With a token configured the bearer token decides.
 *
 * The scope decides what is guarded, never the text of the address: the router decodes %61pi and takes absolute
 * addresses, so a test of the text would let those pass.
 */
const plugin: typeof guardPlugin = fp(guardPlugin, { name: "access-guard", dependencies: ["access"] });
export { plugin as accessGuard };
