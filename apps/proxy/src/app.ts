import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from "fastify";
import { accessGuard } from "./plugins/app/access/access-guard.ts";
import { access } from "./plugins/app/access/access.ts";
import { entityTag } from "./plugins/app/answers/entity-tag.ts";
import { requestLog } from "./plugins/app/answers/request-log.ts";
import { cache } from "./plugins/app/cache/cache.ts";
import { database } from "./plugins/app/database/database.ts";
import { ApiProblem } from "./plugins/app/problems/api-problem.ts";
import { problems } from "./plugins/app/problems/problems.ts";
import { sendProblem } from "./plugins/app/problems/send-problem.ts";
import { quotes } from "./plugins/app/quotes/quotes.ts";
import { createSources, type SourceSettings } from "./plugins/app/quotes/sources/create-sources.ts";
import { systemRuntime, type Runtime } from "./plugins/app/runtime/runtime.ts";
import { cors } from "./plugins/external/cors.ts";
import { helmet } from "./plugins/external/helmet.ts";
import { rateLimit } from "./plugins/external/rate-limit.ts";
import { staticFiles } from "./plugins/external/static.ts";
import { swagger } from "./plugins/external/swagger.ts";
import { exchangeRatesRoutes } from "./routes/api/v1/exchange-rates/index.ts";
import { instrumentsRoutes } from "./routes/api/v1/instruments/index.ts";
import { priceHistoryRoutes } from "./routes/api/v1/price-history/index.ts";
import { quotesRoutes } from "./routes/api/v1/quotes/index.ts";
import { sourcesRoutes } from "./routes/api/v1/sources/index.ts";
import { operationRoutes } from "./routes/operation/index.ts";
import type { Config } from "./schemas/config.ts";
import type { Problem } from "./schemas/problem.ts";

/** What tests put in the place of the world. */
export interface AppDependencies {
  readonly runtime?: Partial<Runtime>;
  readonly sources?: SourceSettings;
  /** Where log lines go instead of the standard output. */
  readonly logStream?: { write(line: string): void };
}

const redacted = ["req.headers", "authorization", "ticket", "authKey", "recAuth", "apikey", "token", "cookie"];

function malformedAddress(status: 400 | 414): Problem {
  return new ApiProblem(status, "bad-request", "The address of the request is malformed; see /api/docs.").toBody();
}

function serverOptions(config: Config, logStream: AppDependencies["logStream"]): FastifyServerOptions {
  const logger = {
    level: config.logLevel,
    base: null,
    redact: redacted,
    ...(logStream === undefined ? {} : { stream: logStream }),
  };
  return {
    logger,
    // Its lines name the address asked for, which holds symbols; the plugin request-log writes its own.
    logController: new LogController({ disableRequestLogging: true }),
    // An address that cannot be read meets no route and no hook.
    frameworkErrors: (error, _request, reply) =>
      void sendProblem(reply, malformedAddress(error.statusCode === 414 ? 414 : 400)),
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 35_000,
    return503OnClosing: true,
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
    routerOptions: { maxParamLength: 128 },
    trustProxy: config.trustProxy.length === 0 ? false : [...config.trustProxy],
  };
}

/**
 * Assembles the server without listening, so that tests can use `inject`.
 *
 * @throws {Error} the database cannot be opened, or comes from a newer version
 */
export async function buildApp(config: Config, dependencies: AppDependencies = {}): Promise<FastifyInstance> {
  const runtime: Runtime = { ...systemRuntime, ...dependencies.runtime };
  const { now } = runtime;
  const app = fastify(serverOptions(config, dependencies.logStream)).withTypeProvider<TypeBoxTypeProvider>();

  await app.register(problems);
  await app.register(requestLog);
  await app.register(helmet, { config });
  await app.register(cors, { config });
  await app.register(access, { config });
  await app.register(entityTag);
  await app.register(swagger, { config });

  await app.register(database, { dataDir: config.dataDir, now });
  await app.register(cache, { now });
  await app.register(quotes, {
    sources: createSources(config, runtime, dependencies.sources),
    runtime,
    quoteTtl: config.quoteTtl,
  });

  await app.register(operationRoutes, { config });
  await app.register(
    async (api) => {
      await api.register(accessGuard, { config, now });
      await api.register(rateLimit);
      for (const routes of [sourcesRoutes, quotesRoutes, priceHistoryRoutes, instrumentsRoutes, exchangeRatesRoutes])
        await api.register(routes);
    },
    { prefix: "/api/v1" },
  );
  await app.register(staticFiles, { config });
  await app.ready();
  return app;
}
