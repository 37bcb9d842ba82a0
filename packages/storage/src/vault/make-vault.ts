import { canonicalJson } from "../encoding/canonical-json.ts";
import { type Bytes, fromBase64, isSameBytes, joinBytes, randomBytes, toBase64, u32, utf8 } from "../encoding/bytes.ts";
import { defaultDerivation, derivedBytes, derivedCipher, derivePassphraseKey, derivingKey } from "./derive-key.ts";
import { recoveryKeyBytes, recoveryKeyText } from "./recovery-key.ts";
import { seal, unseal } from "./seal.ts";
import { type KeyDerivation, type Vault, type VaultSecret, WrongSecretError } from "./vault.ts";

/** A new vault, opened, with the recovery key to be shown once. */
export interface MadeVault {
  readonly vault: Vault;
  readonly key: CryptoKey;
  readonly recoveryKey: string;
}

/** Least characters of a passphrase. */
export const passphraseLength: number = 12;

/**
 * Makes the keys of a portfolio: a random vault key, sealed under the passphrase and under a recovery key.
 *
 * @throws the passphrase is shorter than 12 characters
 */
export async function makeVault(passphrase: string, kdf: KeyDerivation = defaultDerivation): Promise<MadeVault> {
  if (Array.from(passphrase).length < passphraseLength)
    throw new Error(`Choose a passphrase of at least ${passphraseLength} characters.`);
  const [id, salt, vaultKey, recovery] = [randomBytes(16), randomBytes(16), randomBytes(32), randomBytes(32)];
  const passphraseKey = await derivePassphraseKey(passphrase, salt, kdf);
  const source = await derivingKey(passphraseKey);
  const commit = await derivedBytes(source, id, "pfs/1/commit", 16);
  const epoch = 1;
  const clear = { id: toBase64(id), epoch, kdf, salt: toBase64(salt), commit: toBase64(commit) };
  const envelope = await seal(await derivedCipher(source, id, "pfs/1/wrap"), vaultKey, boundToEnvelope(clear));
  const recSource = await derivingKey(recovery);
  const recCipher = await derivedCipher(recSource, id, "pfs/1/rec-wrap");
  const recEnvelope = await seal(recCipher, vaultKey, boundToRecovery(clear));
  const made = {
    vault: { ...clear, envelope: toBase64(envelope), recEnvelope: toBase64(recEnvelope) },
    key: await derivingKey(vaultKey),
    recoveryKey: await recoveryKeyText(recovery),
  };
  for (const secret of [passphraseKey, vaultKey, recovery]) secret.fill(0);
  return made;
}

/**
 * The vault key, from which others are derived.
 *
 * @throws {WrongSecretError} the passphrase or recovery key is another one
 * @throws the vault is damaged, or its cost is out of bounds
 */
export async function openVault(vault: Vault, secret: VaultSecret): Promise<CryptoKey> {
  const id = fromBase64(vault.id);
  const bytes =
    "passphrase" in secret
      ? await openEnvelope(vault, id, secret.passphrase)
      : await openRecovery(vault, id, secret.recoveryKey);
  const key = await derivingKey(bytes);
  bytes.fill(0);
  return key;
}

async function openEnvelope(vault: Vault, id: Bytes, passphrase: string): Promise<Bytes> {
  const passphraseKey = await derivePassphraseKey(passphrase, fromBase64(vault.salt), vault.kdf);
  const source = await derivingKey(passphraseKey);
  passphraseKey.fill(0);
  const commit = await derivedBytes(source, id, "pfs/1/commit", 16);
  if (!isSameBytes(commit, fromBase64(vault.commit))) throw new WrongSecretError("passphrase");
  const cipher = await derivedCipher(source, id, "pfs/1/wrap");
  return unseal(cipher, fromBase64(vault.envelope), boundToEnvelope(vault));
}

async function openRecovery(vault: Vault, id: Bytes, typed: string): Promise<Bytes> {
  const recovery = await recoveryKeyBytes(typed);
  if (recovery === undefined) throw new WrongSecretError("recovery key");
  const cipher = await derivedCipher(await derivingKey(recovery), id, "pfs/1/rec-wrap");
  recovery.fill(0);
  try {
    return await unseal(cipher, fromBase64(vault.recEnvelope), boundToRecovery(vault));
  } catch {
    throw new WrongSecretError("recovery key");
  }
}

type Clear = Pick<Vault, "id" | "epoch" | "kdf" | "commit">;

function boundToEnvelope({ id, epoch, kdf, commit }: Clear): Bytes {
  const parts = [utf8("pfs/1/env"), fromBase64(id), u32(epoch), utf8(canonicalJson(kdf)), fromBase64(commit)];
  return joinBytes(parts);
}

function boundToRecovery({ id, epoch }: Clear): Bytes {
  return joinBytes([utf8("pfs/1/rec-env"), fromBase64(id), u32(epoch)]);
}
