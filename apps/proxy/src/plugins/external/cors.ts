import fastifyCors from "@fastify/cors";
import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { Config } from "../../schemas/config.ts";

const corsPlugin: FastifyPluginAsync<{ config: Config }> = async (app: FastifyInstance, { config }) => {
  const { allowedOrigins } = config;
  await app.register(fastifyCors, {
    // A function, so that the answer is the same exact compare whether the list has one entry or many.
    origin: (origin, callback) => callback(null, origin !== undefined && allowedOrigins.includes(origin)),
    methods: ["GET", "HEAD"],
    allowedHeaders: ["authorization", "content-type", "if-none-match"],
    exposedHeaders: ["etag", "retry-after"],
    credentials: false,
    maxAge: 600,
    strictPreflight: false,
  });
  app.addHook("onSend", async (_request, reply) => {
    if (reply.hasHeader("access-control-allow-origin")) reply.header("cross-origin-resource-policy", "cross-origin");
  });
};

/** Plugin `cors`: exactly the origins of ALLOWED_ORIGINS may read answers; never `*`, never with credentials. */
const plugin: typeof corsPlugin = fp(corsPlugin, { name: "cors" });
export { plugin as cors };
