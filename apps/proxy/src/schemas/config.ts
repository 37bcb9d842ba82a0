/** The checked configuration of one proxy; made from the environment by `readConfig`. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Whether `host` can be reached from this machine only. */
  readonly loopback: boolean;
  /** SHA-256 of the access token in hex; null where none is set. The token itself is not kept. */
  readonly accessTokenHash: string | null;
  /** Exact origins that may read answers from another origin. */
  readonly allowedOrigins: readonly string[];
  /** Addresses or CIDR ranges of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[];
  readonly dataDir: string;
  /** Folder of the built page. */
  readonly staticDir: string;
  /** Ids of the sources in the order in which they are asked. */
  readonly quoteSources: readonly string[];
  /** Seconds a quote is fresh while the market is open. */
  readonly quoteTtl: number;
  /** Tests only: loopback origin that stands in for every host of Yahoo; null in real use. */
  readonly yahooFakeOrigin: string | null;
  readonly logLevel: string;
  readonly version: string;
}
