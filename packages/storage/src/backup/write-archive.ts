import type { KeptVault } from "../vault/kept-vault.ts";
import { derivedCipher } from "../vault/derive-key.ts";
import { type ArchiveHeader, archiveMagic, archiveVersion } from "./archive-format.ts";
import { type BlobFront, sealBlob } from "./blob.ts";
import { type Bytes, fromBase64, joinBytes, randomBytes, sha256, toBase64, u32, utf8 } from "../encoding/bytes.ts";
import { canonicalJson } from "../encoding/canonical-json.ts";
import { contentPieces } from "./content-pieces.ts";
import type { PortfolioContent } from "./portfolio-content.ts";
import { stateHash } from "./state-hash.ts";

/** What the clear header says beside the content. */
export interface ArchiveInfo {
  /** ISO 8601. */
  readonly created: string;
  readonly app: string;
  /** The file id of the portfolio. */
  readonly portfolio: string;
  /** Leaves the counts out of what everyone can read. */
  readonly hidesCounts?: boolean;
}

/** An encrypted backup file: it opens by itself, with the passphrase of its day or the recovery key. */
export async function writeArchive(
  content: PortfolioContent,
  { vault, key }: KeptVault,
  { created, app, portfolio, hidesCounts = false }: ArchiveInfo,
): Promise<Bytes> {
  const archiveId = randomBytes(16);
  const header: ArchiveHeader = {
    format: archiveVersion.format,
    schema: archiveVersion.schema,
    minReader: archiveVersion.minReader,
    created,
    app,
    archive: toBase64(archiveId),
    portfolio,
    encrypted: true,
    vault,
    ...(hidesCounts ? {} : { counts: countsOf(content) }),
  };
  const cipher = await archiveCipher(key, header);
  const genesis = await genesisHash(header);
  const chunks: Bytes[] = [];
  const hashes: Bytes[] = [];
  for (const piece of contentPieces(content)) {
    const chunk = await sealBlob(cipher, frontOf(header, 2, hashes.at(-1) ?? genesis), canonicalJson(piece));
    chunks.push(chunk);
    hashes.push(await sha256(chunk));
  }
  const manifest = canonicalJson({
    chunks: hashes.map(toBase64),
    counts: countsOf(content),
    stateHash: await stateHash(content),
    header: toBase64(await sha256(utf8(canonicalJson(header)))),
  });
  const blobs = [await sealBlob(cipher, frontOf(header, 3, genesis), manifest), ...chunks];
  const head = utf8(canonicalJson(header));
  const body = joinBytes([
    utf8(archiveMagic),
    u32(head.length),
    head,
    ...blobs.flatMap((blob) => [u32(blob.length), blob]),
  ]);
  return joinBytes([body, await sha256(body)]);
}

/** What a blob of this archive has to say at its front. */
export function frontOf(
  { vault, archive, schema, minReader }: ArchiveHeader,
  kind: 2 | 3,
  parentHash: Bytes,
): BlobFront {
  return { kind, epoch: vault.epoch, vaultId: vault.id, archiveId: fromBase64(archive), schema, minReader, parentHash };
}

/** The key of all archives of an epoch. */
export function archiveCipher(key: CryptoKey, { vault }: ArchiveHeader): Promise<CryptoKey> {
  return derivedCipher(key, fromBase64(vault.id), `pfs/1/archive/${vault.epoch}`);
}

/** What stands before the first blob. */
export function genesisHash({ vault }: ArchiveHeader): Promise<Bytes> {
  return sha256(joinBytes([utf8("pfs/1/genesis"), fromBase64(vault.id)]));
}

export function countsOf(content: PortfolioContent): NonNullable<ArchiveHeader["counts"]> {
  const { accounts, instruments, transactions } = content;
  return { transactions: transactions.length, accounts: accounts.length, instruments: instruments.length };
}
