import type { Vault } from "../vault/vault.ts";

/** The first bytes of a backup file. */
export const archiveMagic: string = "PFA1";

/** The version of the format, and of the schema inside; a file of a higher `minReader` is not read. */
export const archiveVersion: Readonly<Record<"format" | "schema" | "minReader", number>> = {
  format: 1,
  schema: 2,
  minReader: 2,
};

/** What stands at the front of a backup file for everyone to read. */
export interface ArchiveHeader {
  readonly format: number;
  readonly schema: number;
  readonly minReader: number;
  /** ISO 8601. */
  readonly created: string;
  /** The app that made it, with its version. */
  readonly app: string;
  /** The random id of this file, base64. */
  readonly archive: string;
  /** The file id of the portfolio. */
  readonly portfolio: string;
  /** Left out where the person wishes it. */
  readonly counts?: { readonly transactions: number; readonly accounts: number; readonly instruments: number };
  readonly encrypted: true;
  /** Opens the file with the passphrase of its day, or the recovery key. */
  readonly vault: Vault;
}

/** What went wrong with a file: it is none of ours, of a newer version, or damaged. */
export type ArchiveFault = "not-an-archive" | "newer-archive" | "damaged-archive";

/** A backup file that cannot be read. Nothing was written. */
export class ArchiveError extends Error {
  readonly code: ArchiveFault;

  constructor(code: ArchiveFault) {
    super(messages[code]);
    this.name = "ArchiveError";
    this.code = code;
  }
}

const messages: Readonly<Record<ArchiveFault, string>> = {
  "not-an-archive": "This is no backup file of this app. Choose a file that ends in .pfarchive.",
  "newer-archive": "This backup was made by a newer version; update the app. Nothing was changed.",
  "damaged-archive": "This backup file is damaged. Nothing was changed.",
};
