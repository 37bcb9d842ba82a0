import { type Bytes, utf8 } from "../encoding/bytes.ts";
import type { KeyDerivation } from "./vault.ts";

/** The cost of today: 64 MiB, three passes, one lane. */
export const defaultDerivation: KeyDerivation = { name: "argon2id", memory: 64, passes: 3, lanes: 1 };

/**
 * Argon2id of a passphrase, which is normalised first so that the same characters typed elsewhere give the same key.
 *
 * @throws the cost is out of bounds: less would be a downgrade, more would never end
 */
export async function derivePassphraseKey(passphrase: string, salt: Bytes, kdf: KeyDerivation): Promise<Bytes> {
  const { name, memory, passes, lanes } = kdf;
  const isInside = (value: number, least: number, most: number): boolean =>
    Number.isSafeInteger(value) && value >= least && value <= most;
  if (name !== "argon2id" || !isInside(memory, 19, 1024) || !isInside(passes, 2, 10) || !isInside(lanes, 1, 4))
    throw new Error("This file asks for a key in a way that is not safe. It was not opened.");
  const { argon2id } = await import("hash-wasm");
  return (await argon2id({
    password: utf8(passphrase.normalize("NFKC")),
    salt,
    memorySize: memory * 1024,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: "binary",
  })) as Bytes;
}

/** A key from which others are derived by name; it cannot be read out. */
export async function derivingKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits", "deriveKey"]);
}

/** Bytes for one purpose. */
export async function derivedBytes(key: CryptoKey, salt: Bytes, info: string, length: number): Promise<Bytes> {
  const bits = await crypto.subtle.deriveBits(hkdf(salt, info), key, length * 8);
  return new Uint8Array(bits);
}

/** An AES-256-GCM key for one purpose. */
export async function derivedCipher(key: CryptoKey, salt: Bytes, info: string): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(salt, info), key, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}

function hkdf(salt: Bytes, info: string): HkdfParams {
  return { name: "HKDF", hash: "SHA-256", salt, info: utf8(info) };
}
