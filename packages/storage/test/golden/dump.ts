import { Dexie } from "dexie";

/** A whole database as it stood on a disk: its native version, its stores with their indexes, and every record. */
export interface Dump {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

const arrays = { Int8Array, Int32Array, Uint8Array, Uint16Array, Uint32Array, Float64Array } as const;
type ArrayName = keyof typeof arrays;

/** The database that the last release of a schema version left behind. */
export async function goldenDump(version: number): Promise<Dump> {
  // A module, so that it is found in Node and in the browser alike.
  const { default: text } = (await import(`./database-v${version}.json?raw`)) as { default: string };
  return dumpOf(text);
}

/** JSON with what structured clones keep and JSON does not: typed arrays, maps, bigints. */
export function dumpText(dump: Dump): string {
  return JSON.stringify(dump, (_, value: unknown) => {
    if (typeof value === "bigint") return { $: "bigint", v: value.toString() };
    if (value instanceof Map) return { $: "Map", v: [...(value as Map<unknown, unknown>)] };
    if (ArrayBuffer.isView(value)) return { $: value.constructor.name, v: [...(value as unknown as Int8Array)] };
    return value;
  });
}

export function dumpOf(text: string): Dump {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || !("$" in value) || !("v" in value)) return value;
    if (value.$ === "bigint") return BigInt(value.v as string);
    if (value.$ === "Map") return new Map(value.v as [unknown, unknown][]);
    return arrays[value.$ as ArrayName].from(value.v as number[]);
  }) as Dump;
}

/** Writes the dump to the disk as the version that made it would have. */
export async function layDown(name: string, { version, stores, rows }: Dump): Promise<void> {
  const database = new Dexie(name);
  database.version(version / 10).stores({ ...stores });
  await database.open();
  for (const [table, records] of Object.entries(rows)) await database.table(table).bulkAdd([...records]);
  database.close();
}
