import type { Config } from "../../../../schemas/config.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { QuoteSource } from "../quote-source.ts";
import { createYahooSource, type YahooSettings } from "./yahoo.ts";

/** Settings of single sources that tests change. */
export interface SourceSettings {
  readonly yahoo?: YahooSettings;
}

type Create = (config: Config, runtime: Runtime, settings: SourceSettings) => QuoteSource;

/** Every source of this build by its id: the one place to enter a new one. */
const registry: Readonly<Record<string, Create>> = {
  yahoo: (config, runtime, settings) => createYahooSource(config, runtime, settings.yahoo),
};

/** Ids that QUOTE_SOURCES may name. */
export const knownSources: readonly string[] = Object.keys(registry);

/** The configured sources in the order in which they are asked. */
export function createSources(config: Config, runtime: Runtime, settings: SourceSettings = {}): QuoteSource[] {
  return config.quoteSources.flatMap((id) => registry[id]?.(config, runtime, settings) ?? []);
}
