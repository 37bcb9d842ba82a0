/** One cached answer of a source. Times are milliseconds since 1970. */
interface CacheEntryTable {
  key: string;
  /** The answer as JSON. */
  value: string;
  received_at: number;
  /** Until then it is served without asking again. */
  expires_at: number;
  /** Until then it may be served, marked as stale, when the source fails; null for ever. */
  stale_until: number | null;
}

/** Small facts about this server, by name. */
interface ServerStateTable {
  name: string;
  value: string;
}

/** The tables as the newest migration leaves them. */
export interface DatabaseSchema {
  cache_entry: CacheEntryTable;
  server_state: ServerStateTable;
}
