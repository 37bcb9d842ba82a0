import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import type { MadeVault } from "./make-vault.ts";
import type { Vault } from "./vault.ts";

const key = "vault";

/** The keys of a portfolio on this device: the vault key cannot be read out, and opens no envelope. */
export interface KeptVault {
  readonly vault: Vault;
  readonly key: CryptoKey;
}

/** The keys of a portfolio; undefined before the first encrypted backup. */
export async function keptVault({ settings }: PortfolioDatabase): Promise<KeptVault | undefined> {
  return (await settings.get(key))?.value as KeptVault | undefined;
}

/** Keeps the keys of a portfolio, so that later backups need no passphrase. Those that are there already stay. */
export async function keepVault(database: PortfolioDatabase, { vault, key: vaultKey }: MadeVault): Promise<void> {
  await database.transaction("rw", database.settings, async () => {
    if ((await keptVault(database)) !== undefined) throw new Error("This portfolio has a passphrase already.");
    await database.settings.put({ key, value: { vault, key: vaultKey } satisfies KeptVault });
  });
}
