import { describe, expect, it } from "vitest";
import { freshDatabase, freshName } from "../../test/fresh-database.ts";
import { goldenDump, layDown } from "../../test/golden/dump.ts";
import { account, purchase, share } from "../../test/sample-transactions.ts";
import { accountRepository } from "../accounts/account-repository.ts";
import { journal } from "../undo/journal.ts";
import { saveEntry } from "../transactions/save-entry.ts";
import { derivePassphraseKey } from "../vault/derive-key.ts";
import { keepVault, keptVault } from "../vault/kept-vault.ts";
import { type MadeVault, makeVault, openVault } from "../vault/make-vault.ts";
import { recoveryKeyBytes, recoveryKeyText } from "../vault/recovery-key.ts";
import { ArchiveError } from "./archive-format.ts";
import { paddedLength } from "./blob.ts";
import { type Bytes, randomBytes, utf8 } from "../encoding/bytes.ts";
import { mergeContent, previewMerge } from "./merge-content.ts";
import { type PortfolioContent, portfolioContent } from "./portfolio-content.ts";
import { openArchive, readArchive } from "./read-archive.ts";
import { restoreContent } from "./restore-content.ts";
import { testRestore } from "./test-restore.ts";
import { writeArchive } from "./write-archive.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";

const settings = ["baseCurrency", "riskFreeRate"];
const passphrase = "correct horse battery staple";
/** The least that is allowed: tests need no strength. */
const kdf = { name: "argon2id", memory: 19, passes: 2, lanes: 1 } as const;
let made: Promise<MadeVault> | undefined;
const vaultOfTests = (): Promise<MadeVault> => (made ??= makeVault(passphrase, kdf));
const info = { created: "2026-03-01T00:00:00Z", app: "test 1", portfolio: "file-id" };

async function filled(): Promise<PortfolioDatabase> {
  const name = freshName();
  await layDown(name, await goldenDump(1));
  return freshDatabase(name);
}

async function archived(): Promise<{ content: PortfolioContent; file: Bytes; vault: MadeVault }> {
  const vault = await vaultOfTests();
  const content = await portfolioContent(await filled(), settings);
  return { content, vault, file: await writeArchive(content, vault, info) };
}

/** What reading a file gives: rows, or an error that names what is wrong with it. */
async function outcomeOf(
  file: Bytes,
  key: CryptoKey,
): Promise<{ fault?: string; isWhole: boolean; rows: PortfolioContent["transactions"] }> {
  try {
    const { content, isWhole } = await readArchive(file, { key });
    return { isWhole, rows: content.transactions };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { fault: error.code, isWhole: false, rows: [] };
  }
}

describe("a backup file", () => {
  it("opens with the passphrase, the recovery key, or the key on this device, and holds everything", async () => {
    const { content, file, vault } = await archived();
    for (const secret of [{ passphrase }, { recoveryKey: vault.recoveryKey.toLowerCase() }, { key: vault.key }]) {
      const read = await readArchive(file, secret);
      expect(read).toMatchObject({ isWhole: true, damaged: [] });
      expect(read.content).toEqual(content);
    }
    const database = await freshDatabase();
    await restoreContent(database, (await readArchive(file, { key: vault.key })).content);
    expect(await portfolioContent(database, settings)).toEqual(content);
  });

  it("shows counts to everyone, unless they are hidden, and no name", async () => {
    const { content, file, vault } = await archived();
    expect((await openArchive(file)).header.counts).toEqual({ transactions: 31, accounts: 2, instruments: 2 });
    const text = new TextDecoder("latin1").decode(file);
    for (const secret of ["Share", "Account", "broker.csv", "2026-01-02", passphrase])
      expect(text).not.toContain(secret);
    const hidden = await writeArchive(content, vault, { ...info, hidesCounts: true });
    expect((await openArchive(hidden)).header.counts).toBeUndefined();
  });

  it("is refused with another passphrase or recovery key", async () => {
    const { file } = await archived();
    const other = await makeVault("another long passphrase", kdf);
    await expect(readArchive(file, { passphrase: "wrong horse battery" })).rejects.toMatchObject({
      code: "wrong-secret",
    });
    await expect(readArchive(file, { recoveryKey: other.recoveryKey })).rejects.toMatchObject({ code: "wrong-secret" });
    await expect(readArchive(file, { recoveryKey: "AAAA" })).rejects.toMatchObject({ code: "wrong-secret" });
  });

  it("is never taken for whole when a bit is flipped or its end is missing", async () => {
    const { content, file, vault } = await archived();
    const flips = Array.from({ length: 300 }, (_, i) => Math.floor((i * file.length * 8) / 300));
    for (const bit of flips) {
      const damaged = file.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      const { fault, isWhole, rows } = await outcomeOf(damaged, vault.key);
      expect(isWhole, `bit ${bit}, ${fault}`).toBe(false);
      for (const row of rows) expect(content.transactions).toContainEqual(row);
    }
    for (const length of [0, 3, 8, 200, file.length - 33, file.length - 1])
      expect((await outcomeOf(file.slice(0, length), vault.key)).isWhole, `${length} bytes`).toBe(false);
  }, 60_000);

  it("with a damaged part offers the others, and lists that part by number and kind", async () => {
    const vault = await vaultOfTests();
    const rows = Array.from({ length: 5001 }, (_, i) => ({ ...purchase(`t${i}`), sequence: i }));
    const content = { ...(await portfolioContent(await filled(), settings)), transactions: rows };
    const file = await writeArchive(content, vault, info);
    const { blobs } = await openArchive(file);
    const inLast = file.length - 32 - Math.floor(blobs.at(-1)!.length / 2);
    const damaged = file.slice();
    damaged[inLast]! ^= 1;
    const read = await readArchive(damaged, { key: vault.key });
    expect(read.damaged).toEqual([{ number: 3, kind: "transactions" }]);
    expect(read.content.transactions.length).toBe(5000);
    expect(read.isWhole).toBe(false);
  });

  it("that is none of ours, or of a newer version, says so", async () => {
    await expect(openArchive(utf8("date,kind\n2026-01-01,buy"))).rejects.toMatchObject({ code: "not-an-archive" });
    const { file } = await archived();
    const text = new TextDecoder("latin1").decode(file).replace('"format":1', '"format":9');
    const newer = Uint8Array.from(text, (character) => character.charCodeAt(0));
    await expect(openArchive(newer)).rejects.toMatchObject({ code: "newer-archive" });
  });

  it("is restored in a test, beside the portfolio", async () => {
    const { file, vault } = await archived();
    const before = await indexedDB.databases();
    expect(await testRestore("test", file, vault.key)).toEqual({ isRestorable: true, transactionCount: 31 });
    const damaged = file.slice();
    damaged[damaged.length - 1]! ^= 1;
    expect(await testRestore("test", damaged, vault.key)).toMatchObject({
      isRestorable: false,
      reason: "The file is damaged.",
    });
    expect((await indexedDB.databases()).length).toBe(before.length);
  });
});

describe("merging a copy", () => {
  it("adds what only the copy has, keeps what is here, says what differs, and can be undone", async () => {
    const database = await filled();
    const copy = await portfolioContent(database, settings);
    await accountRepository(database).rename("a", "Mine");
    await database.transactions.bulkDelete(["t2", "b1-0"]);
    await database.transactions.add({ ...purchase("other id"), sequence: 9, importKey: "k0" });
    const twice = { ...copy, transactions: [...copy.transactions, { ...purchase("new"), sequence: 2 }] };
    const before = await portfolioContent(database, settings);
    const outcome = await previewMerge(database, twice);
    expect(outcome).toMatchObject({ added: { transactions: 2, accounts: 0 }, repeatedCount: 1 });
    expect(outcome.kept).toEqual([{ kind: "accounts", id: "a" }]);
    expect(await portfolioContent(database, settings)).toEqual(before);
    expect(await mergeContent(database, twice, "backup")).toEqual(outcome);
    const after = await portfolioContent(database, settings);
    expect(after.transactions.slice(-2).map(({ id }) => id)).toEqual(["t2", "new"]);
    expect(new Set(after.transactions.map(({ sequence }) => sequence)).size).toBe(after.transactions.length);
    await journal(database).undo();
    expect(await portfolioContent(database, settings)).toEqual(before);
  });

  it("of the same portfolio changes nothing", async () => {
    const database = await filled();
    const copy = await portfolioContent(database, settings);
    const { added, kept } = await mergeContent(database, copy, "backup");
    expect(Object.values(added).every((count) => count === 0)).toBe(true);
    expect(kept).toEqual([]);
    expect(await journal(database).state()).toEqual({});
  });

  it("into an empty portfolio brings all of it", async () => {
    const copy = await portfolioContent(await filled(), settings);
    const database = await freshDatabase();
    await mergeContent(database, copy, "backup");
    const merged = await portfolioContent(database, settings);
    expect(merged.transactions.map(({ id }) => id)).toEqual(copy.transactions.map(({ id }) => id));
    expect({ ...merged, transactions: [] }).toEqual({ ...copy, transactions: [] });
  });
});

describe("the keys", () => {
  it("stay on the device, cannot be read out, and are made once", async () => {
    const database = await freshDatabase();
    const vault = await vaultOfTests();
    expect(await keptVault(database)).toBeUndefined();
    await keepVault(database, vault);
    await expect(keepVault(database, vault)).rejects.toThrow("has a passphrase already");
    const kept = (await keptVault(database))!;
    expect(kept.key.extractable).toBe(false);
    await saveEntry(database, { transaction: purchase("t"), newAccount: account("a"), newInstrument: share("i") });
    const file = await writeArchive(await portfolioContent(database, settings), kept, info);
    expect((await readArchive(file, { passphrase })).isWhole).toBe(true);
  });

  it("are Argon2id: the test vector of its specification's reference implementation", async () => {
    // phc-winner-argon2, test.c: version 0x13, t=2, m=64 MiB, p=1, "password", "somesalt".
    const key = await derivePassphraseKey("password", utf8("somesalt"), { ...kdf, memory: 64, passes: 2 });
    expect(Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("")).toBe(
      "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    );
  });

  it.each([{ memory: 18 }, { memory: 1025 }, { passes: 1 }, { passes: 11 }, { lanes: 5 }, { memory: 19.5 }])(
    "are not derived at a cost out of bounds: %o",
    async (change) => {
      await expect(derivePassphraseKey("password", utf8("somesalt"), { ...kdf, ...change })).rejects.toThrow(
        "not safe",
      );
    },
  );

  it("want a passphrase of twelve characters, typed in any form", async () => {
    await expect(makeVault("too short 1", kdf)).rejects.toThrow("at least 12 characters");
    const { vault } = await makeVault("Zürich Zürich".normalize("NFC"), kdf);
    await expect(openVault(vault, { passphrase: "Zürich Zürich".normalize("NFD") })).resolves.toBeDefined();
  });

  it("as text give the same bytes back, and a mistyped one is noticed", async () => {
    for (let i = 0; i < 50; i++) {
      const bytes = randomBytes(32);
      const text = await recoveryKeyText(bytes);
      expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(await recoveryKeyBytes(` ${text.toLowerCase().replaceAll("-", " ")}`)).toEqual(bytes);
      const at = text.startsWith("7") ? "8" : "7";
      expect(await recoveryKeyBytes(at + text.slice(1))).toBeUndefined();
    }
  });

  it("padding costs at most 12 % and leaves few lengths", () => {
    for (let length = 2; length < 70_000; length += 37) {
      const padded = paddedLength(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded).toBeLessThanOrEqual(length * 1.12);
      expect(paddedLength(padded)).toBe(padded);
    }
  });
});
