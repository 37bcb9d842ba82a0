import { createHash } from "node:crypto";
import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";

function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header === "*" || header.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === tag);
}

const entityTagPlugin: FastifyPluginAsync = async (app: FastifyInstance) => {
  app.addHook("onSend", async (request, reply, payload) => {
    const readable = request.method === "GET" || request.method === "HEAD";
    const isApi = request.routeOptions.url?.startsWith("/api/v1/") === true;
    if (!readable || reply.statusCode !== 200 || typeof payload !== "string" || !isApi) return payload;
    const tag = `"${createHash("sha256").update(payload).digest("base64url").slice(0, 22)}"`;
    reply.header("etag", tag);
    if (!matches(request.headers["if-none-match"], tag)) return payload;
    reply.code(304).removeHeader("content-length").removeHeader("content-type");
    return "";
  });
};

/** Plugin `entity-tag`: every answer of the API has an ETag of its bytes, and an unchanged one is answered by 304. */
const plugin: typeof entityTagPlugin = fp(entityTagPlugin, { name: "entity-tag" });
export { plugin as entityTag };
