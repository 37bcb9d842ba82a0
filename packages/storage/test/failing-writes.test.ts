import type { DBCore, DBCoreTable, Middleware } from "dexie";
import { describe, expect, it } from "vitest";
import { PortfolioDatabase } from "../src/database/portfolio-database.ts";
import { importRepository } from "../src/imports/import-repository.ts";
import { instrumentRepository } from "../src/instruments/instrument-repository.ts";
import { saveTradePrices } from "../src/instruments/save-trade-prices.ts";
import { priceRepository } from "../src/prices/price-repository.ts";
import { saveEntry } from "../src/transactions/save-entry.ts";
import { transactionRepository } from "../src/transactions/transaction-repository.ts";
import { contentsOf, freshDatabase } from "./fresh-database.ts";
import { account, purchase, share } from "./sample-transactions.ts";

/** Writes fail from the n-th on, as on a full disk. */
function fullAfter(writes: number): Middleware<DBCore> {
  let count = 0;
  const mutateOf =
    (table: DBCoreTable): DBCoreTable["mutate"] =>
    (request) =>
      ++count > writes
        ? Promise.reject(new DOMException("The disk is full.", "QuotaExceededError"))
        : table.mutate(request);
  return {
    stack: "dbcore",
    name: "full-disk",
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return { ...table, mutate: mutateOf(table) };
      },
    }),
  };
}

/** Every action that writes more than one record. */
const actions: Readonly<Record<string, (database: PortfolioDatabase) => Promise<unknown>>> = {
  "an import": (database) =>
    importRepository(database).commit({
      batch: {
        id: "new",
        fileName: "f.csv",
        format: "f",
        importedAt: "2026-01-03T00:00:00Z",
        transactionCount: 5000,
        skippedCount: 0,
        accountIds: ["b"],
        instrumentIds: ["j"],
      },
      accounts: [account("b")],
      instruments: [share("j")],
      transactions: Array.from({ length: 5000 }, (_, i) => ({ transaction: purchase(`n${i}`), importKey: `${i}` })),
    }),
  "an entry with its account and instrument": (database) =>
    saveEntry(database, {
      transaction: purchase("n", { account: "b", instrument: "j" }),
      newAccount: account("b"),
      newInstrument: share("j"),
      baseCurrency: "CAD",
    }),
  "a new symbol": (database) => instrumentRepository(database).changeQuoteSymbol("i", "NEW"),
  "prices of trades": (database) =>
    saveTradePrices(database, [
      { instrumentId: "i", date: "2026-01-01", close: "1" },
      { instrumentId: "i", date: "2026-01-02", close: "1" },
    ]),
  "undoing an import": (database) => importRepository(database).undo("known"),
  "adding transactions": (database) => transactionRepository(database).add([purchase("n"), purchase("m")]),
  "replacing a transaction": (database) => transactionRepository(database).replace(purchase("t", { quantity: "1" })),
  "removing a transaction": (database) => transactionRepository(database).remove(["t"]),
  "saving prices": (database) =>
    priceRepository(database).save([
      {
        coverage: { id: "i", source: "s", from: "2026-01-01", to: "2026-01-01", receivedAt: "2026-01-03T00:00:00Z" },
        series: { days: Int32Array.of(20_454), values: Float64Array.of(1), scale: 0 },
        replacesAll: true,
      },
    ]),
};

/** A portfolio with one import in it, and a connection to it whose disk fills up. */
async function portfolioFullAfter(writes: number): Promise<{ sound: PortfolioDatabase; full: PortfolioDatabase }> {
  const sound = await freshDatabase();
  await importRepository(sound).commit({
    batch: {
      id: "known",
      fileName: "f.csv",
      format: "f",
      importedAt: "2026-01-02T00:00:00Z",
      transactionCount: 2,
      skippedCount: 0,
      accountIds: ["a"],
      instrumentIds: ["i"],
    },
    accounts: [account("a")],
    instruments: [share("i")],
    transactions: ["t", "u"].map((id) => ({ transaction: purchase(id), importKey: id })),
  });
  await actions["saving prices"]!(sound);
  const full = new PortfolioDatabase(sound.name);
  full.use(fullAfter(writes));
  await full.open();
  return { sound, full };
}

describe("when the disk is full", () => {
  for (const [name, action] of Object.entries(actions)) {
    it(`${name} leaves everything as it was, whichever write fails`, async () => {
      let failures = 0;
      for (let writes = 0; ; writes++) {
        const { sound, full } = await portfolioFullAfter(writes);
        const before = await contentsOf(sound);
        const outcome = await action(full).then(
          () => "done",
          (error: unknown) => String(error),
        );
        full.close();
        if (outcome === "done") break;
        failures++;
        expect(outcome).toMatch(/QuotaExceededError|StorageFullError/);
        expect(await contentsOf(sound)).toEqual(before);
      }
      // Rows and revision at least: a test that never made a write fail would prove nothing.
      expect(failures).toBeGreaterThanOrEqual(2);
    }, 120_000);
  }
});
