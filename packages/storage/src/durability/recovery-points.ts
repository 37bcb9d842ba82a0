import { Dexie, type EntityTable } from "dexie";
import { compress, decompress } from "../encoding/compress.ts";
import { contentFromPieces, type ContentPiece, contentPieces } from "../backup/content-pieces.ts";
import { type PortfolioContent, portfolioContent } from "../backup/portfolio-content.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { toStorageFull } from "../database/storage-full-error.ts";
import { revisionOf } from "../database/revision.ts";
import { figureSettings } from "../settings/settings-repository.ts";

/** Before what a recovery point was made. */
export type RecoveryReason = "import" | "removal" | "restore" | "repair" | "deletion" | "migration";

/** A copy of a portfolio on this device, without what it holds. */
export interface RecoveryPoint {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly reason: RecoveryReason;
  readonly revision: number;
  readonly transactionCount: number;
  readonly accountCount: number;
}

interface StoredPoint extends RecoveryPoint {
  /** Each piece of the content, compressed. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

/** Copies in a database of their own: a fault in one database spares the other. */
export interface RecoveryPoints {
  /** Newest first. */
  all(): Promise<RecoveryPoint[]>;
  /**
   * Copies the portfolio as it is now; a portfolio without transactions and accounts, and one that the newest point holds
   * already, is not copied again. Then drops old points.
   *
   * @throws {StorageFullError} there is no room for it
   */
  make(reason: RecoveryReason): Promise<RecoveryPoint | undefined>;
  read(id: string): Promise<PortfolioContent | undefined>;
  remove(id: string): Promise<void>;
  /** Closes the second database. */
  close(): void;
}

class RecoveryDatabase extends Dexie {
  declare readonly points: EntityTable<RecoveryPoint, "id">;
  declare readonly contents: EntityTable<{ id: string; pieces: StoredPoint["pieces"] }, "id">;

  constructor(name: string) {
    super(`${name}-recovery`, { chromeTransactionDurability: "strict" });
    this.version(1).stores({ points: "id", contents: "id" });
  }
}

/** Always kept. */
const newestKept = 5;
/** Of the days before, each day's newest is kept for so long. */
const keptDays = 30;

export function recoveryPoints(database: PortfolioDatabase): RecoveryPoints {
  const recovery = new RecoveryDatabase(database.name);
  const all = async (): Promise<RecoveryPoint[]> =>
    (await recovery.points.toArray()).sort((a, b) => (a.at < b.at ? 1 : -1));
  return {
    all,
    make: async (reason) => {
      const revision = await revisionOf(database);
      const [newest] = await all();
      if (newest?.revision === revision) return newest;
      const content = await portfolioContent(database, figureSettings);
      if (content.transactions.length + content.accounts.length === 0) return undefined;
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for (const piece of contentPieces(content)) pieces.push(await compress(JSON.stringify(piece)));
      const point: RecoveryPoint = {
        id: crypto.randomUUID(),
        at: new Date(database.now()).toISOString(),
        reason,
        revision,
        transactionCount: content.transactions.length,
        accountCount: content.accounts.length,
      };
      try {
        await recovery.transaction("rw", recovery.points, recovery.contents, async () => {
          await recovery.contents.add({ id: point.id, pieces });
          await recovery.points.add(point);
          const old = outdated(await all(), database.now());
          await recovery.points.bulkDelete(old);
          await recovery.contents.bulkDelete(old);
        });
      } catch (error) {
        throw toStorageFull(error);
      }
      return point;
    },
    read: async (id) => {
      const stored = await recovery.contents.get(id);
      if (stored === undefined) return undefined;
      const pieces: ContentPiece[] = [];
      for (const piece of stored.pieces) pieces.push(JSON.parse(await decompress(piece)) as ContentPiece);
      return contentFromPieces(pieces);
    },
    remove: (id) =>
      recovery.transaction("rw", recovery.points, recovery.contents, async () => {
        await recovery.points.delete(id);
        await recovery.contents.delete(id);
      }),
    close: () => recovery.close(),
  };
}

/** Points that may go: not among the newest five, and either older than 30 days or not the newest of their day. */
export function outdated(newestFirst: readonly Pick<RecoveryPoint, "id" | "at">[], now: number): string[] {
  const days = new Set<string>();
  return newestFirst
    .filter(({ at }, i) => {
      const day = at.slice(0, 10);
      const isNewestOfDay = !days.has(day);
      days.add(day);
      if (i < newestKept) return false;
      return !isNewestOfDay || now - Date.parse(at) > keptDays * 86_400_000;
    })
    .map(({ id }) => id);
}
