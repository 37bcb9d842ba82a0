/** How a passphrase becomes a key: Argon2id, with its cost. */
export interface KeyDerivation {
  readonly name: "argon2id";
  /** Memory in MiB, from 19 to 1024. */
  readonly memory: number;
  /** Passes, from 2 to 10. */
  readonly passes: number;
  /** Lanes, from 1 to 4. */
  readonly lanes: number;
}

/** What a vault shows to everyone; binary fields as base64. It opens with the passphrase or the recovery key alone. */
export interface Vault {
  readonly id: string;
  readonly epoch: number;
  readonly kdf: KeyDerivation;
  readonly salt: string;
  /** Tells a wrong passphrase from a damaged envelope. */
  readonly commit: string;
  /** The vault key, sealed under the passphrase. */
  readonly envelope: string;
  /** The vault key, sealed under the recovery key. */
  readonly recEnvelope: string;
}

/** What opens a vault. */
export type VaultSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** The passphrase or recovery key is not the one of this vault. Nothing was written. */
export class WrongSecretError extends Error {
  readonly code: "wrong-secret" = "wrong-secret";

  constructor(what: "passphrase" | "recovery key") {
    super(`This is not the ${what} of this backup. Nothing was written.`);
    this.name = "WrongSecretError";
  }
}
