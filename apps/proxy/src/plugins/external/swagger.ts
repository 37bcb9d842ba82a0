import fastifySwagger from "@fastify/swagger";
import fastifySwaggerUi from "@fastify/swagger-ui";
import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { Config } from "../../schemas/config.ts";

const swaggerPlugin: FastifyPluginAsync<{ config: Config }> = async (app: FastifyInstance, { config }) => {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Portfolio proxy",
        description:
          "Prices, exchange rates and searches for the portfolio tracker. Errors are problem+json with a stable code.",
        version: config.version,
      },
      components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
    },
  });
  await app.register(fastifySwaggerUi, {
    routePrefix: "/api/docs",
    // The viewer writes style attributes and has an inline logo; scripts stay with our own files.
    staticCSP:
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
};

/** Plugin `swagger`: the OpenAPI document, made from the schemas of the routes, and its page at /api/docs. */
const plugin: typeof swaggerPlugin = fp(swaggerPlugin, { name: "swagger" });
export { plugin as swagger };
