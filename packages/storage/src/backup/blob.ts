import { type Bytes, fromBase64, joinBytes, readU32, u32, utf8 } from "../encoding/bytes.ts";
import { compress, decompress } from "../encoding/compress.ts";
import { seal, unseal } from "../vault/seal.ts";

/** What a sealed blob is: a chunk of the content, or the manifest that lists the chunks. */
export type BlobKind = 2 | 3;

/** What the clear front of a blob says. */
export interface BlobFront {
  readonly kind: BlobKind;
  readonly epoch: number;
  /** Vault id, base64. */
  readonly vaultId: string;
  /** The random id of the archive. */
  readonly archiveId: Bytes;
  /** The schema inside, and the least version that reads it. */
  readonly schema: number;
  readonly minReader: number;
  /** The hash of the blob before, or of the beginning. */
  readonly parentHash: Bytes;
}

const frontLength = 102;

/** Seals text: compressed, padded so that its length tells little, encrypted, bound to its front. */
export async function sealBlob(key: CryptoKey, front: BlobFront, text: string): Promise<Bytes> {
  const packed = await compress(text);
  const plain = joinBytes([u32(packed.length), packed]);
  const padded = new Uint8Array(paddedLength(plain.length));
  padded.set(plain);
  const clear = frontBytes(front);
  return joinBytes([clear, await seal(key, padded, clear)]);
}

/**
 * The text of a blob.
 *
 * @throws it is not the one that was sealed with this front
 */
export async function openBlob(key: CryptoKey, front: BlobFront, blob: Bytes): Promise<string> {
  const clear = frontBytes(front);
  const plain = await unseal(key, blob.slice(frontLength), clear);
  const length = readU32(plain, 0);
  if (blob.slice(0, frontLength).some((byte, i) => byte !== clear[i]) || length > plain.length - 4)
    throw new Error("The front of the blob was changed.");
  return decompress(plain.slice(4, 4 + length));
}

function frontBytes({ kind, epoch, vaultId, archiveId, schema, minReader, parentHash }: BlobFront): Bytes {
  const u16 = (value: number): Bytes => u32(value).slice(2);
  const noSequence = new Uint8Array(8);
  const noDevice = new Uint8Array(16);
  return joinBytes([
    utf8("PFS1"),
    Uint8Array.of(kind, 0),
    u32(epoch),
    noSequence,
    fromBase64(vaultId),
    noDevice,
    archiveId,
    u16(schema),
    u16(minReader),
    parentHash,
  ]);
}

/** PADME: at most 12 % more, and few different lengths. */
export function paddedLength(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const bits = exponent - (Math.floor(Math.log2(exponent)) + 1);
  if (bits <= 0) return length;
  const unit = 2 ** bits;
  return Math.ceil(length / unit) * unit;
}
