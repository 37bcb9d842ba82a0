import { existsSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../../schemas/config.ts";
import { ApiProblem } from "../app/problems/api-problem.ts";

const revalidated = /^(index\.html|service-worker\.js|app-config\.json|.*\.webmanifest)$/;
const neverPages = /^\/(api|sync|docs|assets|healthz|readyz)(\/|$)/;

/**
 * How long a file may be kept: names under assets/ carry a hash of their content, all others are asked for again.
 * `path` counts from the folder that is served: a folder assets/ above it says nothing.
 */
function cacheControl(path: string): string {
  if (path.startsWith(`assets${sep}`)) return "public, max-age=31536000, immutable";
  return revalidated.test(basename(path)) ? "no-cache" : "public, max-age=3600";
}

/** Whether an unknown path is a page of the app, whose router lives in the browser. */
function isPage(request: FastifyRequest): boolean {
  const path = request.url.split("?")[0] ?? "";
  return request.method === "GET" && !neverPages.test(path) && (request.headers.accept ?? "").includes("text/html");
}

const notBuilt = (): ApiProblem =>
  new ApiProblem(
    503,
    "pages-not-built",
    "The page is not built yet: run `npm start` in the root of the repository, or set STATIC_DIR to a built one.",
  );

const staticPlugin: FastifyPluginAsync<{ config: Config }> = async (app: FastifyInstance, { config }) => {
  const built = existsSync(join(config.staticDir, "index.html"));
  if (built) {
    await app.register(fastifyStatic, {
      root: config.staticDir,
      cacheControl: false,
      dotfiles: "ignore",
      schemaHide: true,
      setHeaders: (reply, path) => void reply.header("cache-control", cacheControl(relative(config.staticDir, path))),
    });
  }

  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    if (built && isPage(request)) return reply.sendFile("index.html");
    if (!built && request.method === "GET" && (isPage(request) || request.url.split("?")[0] === "/")) throw notBuilt();
    throw new ApiProblem(404, "not-found", "There is nothing at this address; the routes are listed at /api/docs.");
  });
};

/**
 * Plugin `static`: serves the built page. Unknown addresses that a browser opens as a page get index.html; unknown
 * addresses of the API, of sync and of assets are 404.
 */
const plugin: typeof staticPlugin = fp(staticPlugin, { name: "static", dependencies: ["problems"] });
export { plugin as staticFiles };
