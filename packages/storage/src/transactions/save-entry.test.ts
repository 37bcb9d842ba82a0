import { describe, expect, it } from "vitest";
import { contentsOf, freshDatabase } from "../../test/fresh-database.ts";
import { account, purchase, share } from "../../test/sample-transactions.ts";
import { accountRepository } from "../accounts/account-repository.ts";
import { transactionRevisionOf } from "../database/revision.ts";
import { saveEntry } from "./save-entry.ts";

describe("saving an entry", () => {
  it("brings account, instrument, reporting currency and transaction in one revision", async () => {
    const database = await freshDatabase();
    const entry = { transaction: purchase("t"), newAccount: account("a"), newInstrument: share("i") };
    await saveEntry(database, { ...entry, baseCurrency: "CAD" });
    expect(await transactionRevisionOf(database)).toBe(1);
    await accountRepository(database).rename("a", "Renamed");
    await saveEntry(database, { ...entry, baseCurrency: "EUR" });
    expect((await database.accounts.get("a"))?.name).toBe("Renamed");
    expect((await database.settings.get("setting:baseCurrency"))?.value).toBe("CAD");
    expect(await database.transactions.toArray()).toEqual([{ ...purchase("t"), sequence: 0 }]);
  });

  it("is refused whole when it names what is not there", async () => {
    const database = await freshDatabase();
    const before = await contentsOf(database);
    const entry = { transaction: purchase("t"), newInstrument: share("i"), baseCurrency: "CAD" };
    await expect(saveEntry(database, entry)).rejects.toThrow("account of this entry is no longer there");
    expect(await contentsOf(database)).toEqual(before);
  });
});
