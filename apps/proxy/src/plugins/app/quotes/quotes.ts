import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { Runtime } from "../runtime/runtime.ts";
import { createMarketData, type MarketData } from "./market-data.ts";
import type { QuoteSource } from "./quote-source.ts";

declare module "fastify" {
  interface FastifyInstance {
    marketData: MarketData;
    /** The clock the server was built with, in milliseconds since 1970. */
    now: () => number;
  }
}

/** Options of the plugin `quotes`. */
interface QuotesOptions {
  readonly sources: readonly QuoteSource[];
  readonly runtime: Runtime;
  readonly quoteTtl: number;
}

const quotesPlugin: FastifyPluginAsync<QuotesOptions> = async (
  app: FastifyInstance,
  { sources, runtime, quoteTtl },
) => {
  app.decorate("marketData", createMarketData({ sources, caches: app.answerCaches, runtime, quoteTtl }));
  app.decorate("now", runtime.now);
};

/** Plugin `quotes`: market data for the routes. */
const plugin: typeof quotesPlugin = fp(quotesPlugin, { name: "quotes", dependencies: ["cache", "problems"] });
export { plugin as quotes };
