import { describe, expect, it } from "vitest";
import { freshDatabase, freshName } from "../../test/fresh-database.ts";
import { goldenDump, layDown } from "../../test/golden/dump.ts";
import { purchase, share } from "../../test/sample-transactions.ts";
import { portfolioContent } from "../backup/portfolio-content.ts";
import { type PortfolioDatabase } from "../database/portfolio-database.ts";
import type { TransactionRow, YearPack } from "../database/schema.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import { checkIntegrity, lastIntegrityReport } from "./check-integrity.ts";
import type { FindingCode, IntegrityReport } from "./integrity-report.ts";
import { repairDerived } from "./repair-derived.ts";

const transactionFault = (row: TransactionRow): string | undefined =>
  "quantity" in row && row.quantity === "many" ? "The quantity is no number." : undefined;

async function soundDatabase(): Promise<PortfolioDatabase> {
  const name = freshName();
  await layDown(name, await goldenDump(1));
  const database = await freshDatabase(name);
  database.now = () => Date.parse("2026-02-01T00:00:00Z");
  return database;
}

const check = (database: PortfolioDatabase): Promise<IntegrityReport> => checkIntegrity(database, { transactionFault });

/** Ways to damage what a person made: reported, never repaired. */
const ownFaults: readonly (readonly [FindingCode, string, (database: PortfolioDatabase) => PromiseLike<unknown>])[] = [
  [
    "invalid-record",
    "transactions",
    async (db) => db.transactions.put({ ...(await db.transactions.get("t1"))!, quantity: "many" } as TransactionRow),
  ],
  ["unknown-reference", "transactions", (db) => db.accounts.delete("b")],
  ["unknown-reference", "transactions", (db) => db.importBatches.delete("b1")],
  [
    "unknown-reference",
    "manualPrices",
    (db) => db.manualPrices.add({ instrumentId: "gone", date: "2026-01-01", close: "1" }),
  ],
  [
    "invalid-record",
    "manualPrices",
    (db) => db.manualPrices.add({ instrumentId: "i", date: "2026-01-01", close: "-1" }),
  ],
  ["repeated-sequence", "transactions", (db) => db.transactions.add({ ...purchase("z"), sequence: 1 })],
  [
    "wrong-import-count",
    "importBatches",
    async (db) => db.importBatches.put({ ...(await db.importBatches.get("b1"))!, transactionCount: 3 }),
  ],
  ["invalid-record", "accounts", (db) => db.accounts.put({ id: "c", name: "C", currency: "" })],
  ["unknown-reference", "watchlist", (db) => db.watchlist.add({ instrumentId: "gone", since: "2026-01-01" })],
  [
    "invalid-record",
    "goals",
    (db) => db.goals.add({ id: "g", name: "G", amount: "x", currency: "CAD", money: "real" }),
  ],
];

/** Ways to damage what is derived or cached: repaired. */
const derivedFaults: readonly (readonly [FindingCode, (database: PortfolioDatabase) => PromiseLike<unknown>])[] = [
  [
    "wrong-chunks",
    async (db) => {
      const chunk = (await db.transactionColumns.get(0))!;
      chunk.columns.quantity.values[3]! += 1;
      await db.transactionColumns.put(chunk);
    },
  ],
  ["wrong-chunks", (db) => db.transactions.add({ ...purchase("z"), sequence: 20 })],
  [
    "wrong-pack",
    async (db) => {
      const [pack] = (await db.pricePacks.toArray()) as [YearPack];
      await db.pricePacks.put({ ...pack, values: pack.values.slice(1) });
    },
  ],
  [
    "orphan-cache",
    (db) => db.priceCoverage.put({ id: "gone", source: "s", from: "2026-01-01", to: "2026-01-01", receivedAt: "" }),
  ],
  ["left-behind", (db) => db.settings.put({ key: "stagedImports", value: ["cut"] })],
  ["wrong-counter", (db) => db.settings.put({ key: "sequence", value: 3 })],
  ["wrong-counter", (db) => db.settings.put({ key: "revision", value: 1 })],
  [
    "wrong-journal",
    (db) =>
      db.settings.put({
        key: "journal",
        value: { position: 1, steps: [{ step: 1, kind: "entry", subject: "", count: 1, weight: 1 }] },
      }),
  ],
];

describe("checking a portfolio", () => {
  it("finds nothing in a sound one, counts everything, and keeps the report", async () => {
    const database = await soundDatabase();
    const report = await check(database);
    expect(report).toMatchObject({
      findings: [],
      unlisted: 0,
      isInterrupted: false,
      checkedAt: "2026-02-01T00:00:00.000Z",
    });
    expect(report.counts).toMatchObject({
      transactions: 31,
      accounts: 2,
      instruments: 2,
      transactionColumns: 1,
      pricePacks: 1,
    });
    expect(await lastIntegrityReport(database)).toEqual(report);
  });

  it.each(ownFaults)("reports %s of %s, and repairing leaves it as it is", async (code, table, damage) => {
    const database = await soundDatabase();
    await damage(database);
    const found = (await check(database)).findings.filter(({ isRepairable }) => !isRepairable);
    expect(found).toContainEqual(expect.objectContaining({ code, table }));
    expect(found.every((finding) => finding.table === table)).toBe(true);
    const before = await portfolioContent(database, ["baseCurrency", "riskFreeRate"]);
    const rows = await database.transactions.toArray();
    await repairDerived(database);
    expect(await portfolioContent(database, ["baseCurrency", "riskFreeRate"])).toEqual(before);
    expect(await database.transactions.toArray()).toEqual(rows);
  });

  it.each(derivedFaults)("finds %s, and repairing mends it without touching a row", async (code, damage) => {
    const database = await soundDatabase();
    await damage(database);
    const report = await check(database);
    expect(report.findings.filter((finding) => finding.code === code && finding.isRepairable).length).toBeGreaterThan(
      0,
    );
    const rows = await database.transactions.toArray();
    await repairDerived(database);
    expect((await check(database)).findings.filter(({ isRepairable }) => isRepairable)).toEqual([]);
    expect(await database.transactions.toArray()).toEqual(rows);
    expect((await transactionRepository(database).columns()).wasRebuilt).toBe(false);
  });

  it("says so when somebody changes the portfolio all the time", async () => {
    const database = await soundDatabase();
    let pauses = 0;
    const pause = async (): Promise<void> => {
      await transactionRepository(database).add([purchase(`p${pauses++}`)]);
    };
    expect((await checkIntegrity(database, { transactionFault, pause })).isInterrupted).toBe(true);
    expect(pauses).toBeGreaterThanOrEqual(3);
  });

  it("lists a thousand findings and counts the rest", async () => {
    const database = await freshDatabase();
    await database.instruments.put(share("i"));
    await transactionRepository(database).add(Array.from({ length: 1200 }, (_, i) => purchase(`t${i}`)));
    const report = await check(database);
    expect([report.findings.length, report.unlisted]).toEqual([1000, 200]);
  });
});
