import { openVault } from "../vault/make-vault.ts";
import type { VaultSecret } from "../vault/vault.ts";
import { ArchiveError, type ArchiveHeader, archiveMagic, archiveVersion } from "./archive-format.ts";
import { openBlob } from "./blob.ts";
import { type Bytes, fromBase64, isSameBytes, readU32, sha256, toBase64, utf8 } from "../encoding/bytes.ts";
import { canonicalJson } from "../encoding/canonical-json.ts";
import { contentFromPieces, type ContentPiece } from "./content-pieces.ts";
import type { PortfolioContent } from "./portfolio-content.ts";
import { stateHash } from "./state-hash.ts";
import { archiveCipher, countsOf, frontOf, genesisHash } from "./write-archive.ts";

/** A backup file as everyone can read it. */
export interface OpenedArchive {
  readonly header: ArchiveHeader;
  /** Whether the checksum over the whole file is right. */
  readonly isSound: boolean;
  /** Manifest first, then chunks; as many as the file still holds. */
  readonly blobs: readonly Bytes[];
}

/** What a backup file holds. */
export interface ReadArchive {
  readonly header: ArchiveHeader;
  readonly content: PortfolioContent;
  /** Parts that do not authenticate, by number and kind; their records are missing in the content. */
  readonly damaged: readonly { readonly number: number; readonly kind: "manifest" | "records" | "transactions" }[];
  /** Whether every byte is as it was written: counts and state are those of the portfolio of its day. */
  readonly isWhole: boolean;
}

/**
 * Takes a file apart, without any key.
 *
 * @throws {ArchiveError} it is none of ours, of a newer version, or damaged in its header
 */
export async function openArchive(file: Bytes): Promise<OpenedArchive> {
  const isOurs = file.length >= 8 && utf8(archiveMagic).every((byte, i) => byte === file[i]);
  if (!isOurs) throw new ArchiveError("not-an-archive");
  const end = file.length - 32;
  const headerEnd = 8 + readU32(file, 4);
  if (headerEnd > end) throw new ArchiveError("damaged-archive");
  const header = headerOf(file.slice(8, headerEnd));
  if (header.format > archiveVersion.format || header.minReader > archiveVersion.schema)
    throw new ArchiveError("newer-archive");
  const blobs: Bytes[] = [];
  for (let at = headerEnd; at + 4 <= end;) {
    const length = readU32(file, at);
    if (at + 4 + length > end) break;
    blobs.push(file.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const isSound = isSameBytes(await sha256(file.slice(0, end)), file.slice(end));
  return { header, isSound, blobs };
}

/**
 * Decrypts and verifies a file. What authenticates is in the content, also when other parts are damaged.
 *
 * @throws {WrongSecretError} the passphrase or recovery key is another one
 * @throws {ArchiveError} nothing of it can be read
 */
export async function readArchive(
  file: Bytes,
  secret: VaultSecret | { readonly key: CryptoKey },
): Promise<ReadArchive> {
  const { header, isSound, blobs } = await openArchive(file);
  const cipher = await archiveCipher("key" in secret ? secret.key : await openVault(header.vault, secret), header);
  const genesis = await genesisHash(header);
  const [manifestBlob, ...chunks] = blobs;
  const manifest = manifestBlob && (await openedManifest(cipher, header, genesis, manifestBlob));
  const damaged: { number: number; kind: "manifest" | "records" | "transactions" }[] = [];
  if (manifest === undefined) damaged.push({ number: 0, kind: "manifest" });
  const pieces: ContentPiece[] = [];
  for (let i = 0; i < Math.max(chunks.length, manifest?.chunks.length ?? 0); i++) {
    const parent = i === 0 ? genesis : await parentOf(i, manifest?.chunks, chunks);
    const piece = chunks[i] && parent && (await openedPiece(cipher, header, parent, chunks[i]!));
    if (piece === undefined) damaged.push({ number: i + 1, kind: i === 0 ? "records" : "transactions" });
    else pieces.push(piece);
  }
  const content = contentFromPieces(pieces);
  if (content === undefined) throw new ArchiveError("damaged-archive");
  const headerHash = toBase64(await sha256(utf8(canonicalJson(header))));
  const isWhole =
    isSound &&
    damaged.length === 0 &&
    manifest !== undefined &&
    manifest.header === headerHash &&
    canonicalJson(manifest.counts) === canonicalJson(countsOf(content)) &&
    manifest.stateHash === (await stateHash(content));
  return { header, content, damaged, isWhole };
}

/** The hash that a chunk names as that of the one before: as the manifest says, or computed where that is lost. */
async function parentOf(
  index: number,
  listed: readonly string[] | undefined,
  chunks: readonly Bytes[],
): Promise<Bytes | undefined> {
  const known = listed?.[index - 1];
  if (known !== undefined) return fromBase64(known);
  const before = chunks[index - 1];
  return before && sha256(before);
}

interface Manifest {
  readonly chunks: readonly string[];
  readonly counts: unknown;
  readonly stateHash: string;
  readonly header: string;
}

async function openedManifest(
  cipher: CryptoKey,
  header: ArchiveHeader,
  genesis: Bytes,
  blob: Bytes,
): Promise<Manifest | undefined> {
  const text = await openBlob(cipher, frontOf(header, 3, genesis), blob).catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}

async function openedPiece(
  cipher: CryptoKey,
  header: ArchiveHeader,
  parent: Bytes,
  blob: Bytes,
): Promise<ContentPiece | undefined> {
  const text = await openBlob(cipher, frontOf(header, 2, parent), blob).catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as ContentPiece);
}

function headerOf(bytes: Bytes): ArchiveHeader {
  try {
    const header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as ArchiveHeader;
    const { vault } = header;
    for (const text of [vault.id, vault.salt, vault.commit, vault.envelope, vault.recEnvelope, header.archive])
      fromBase64(text);
    if (Number.isSafeInteger(header.format) && Number.isSafeInteger(vault.epoch)) return header;
  } catch {
    // Said below.
  }
  throw new ArchiveError("damaged-archive");
}
