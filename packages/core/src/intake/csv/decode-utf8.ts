import { textBuilder } from "./text-builder.ts";

const replacement = 0xfffd;

/**
 * Text of UTF-8 bytes; undefined when they are not UTF-8.
 *
 * A character cut off by the end of the file is replaced by U+FFFD: the file is short, not in another encoding.
 */
export function decodeUtf8(bytes: Uint8Array, start: number): string | undefined {
  const text = textBuilder();
  let at = start;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    if (length === 0) return undefined;
    if (at + length > bytes.length) {
      if (!isTail(bytes, at + 1)) return undefined;
      text.add(replacement);
      break;
    }
    const codePoint = length === 1 ? lead : joined(bytes, at, length);
    if (codePoint === undefined) return undefined;
    text.add(codePoint);
    at += length;
  }
  return text.finish();
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

const smallest = [0, 0, 0x80, 0x800, 0x10000] as const;

function joined(bytes: Uint8Array, at: number, length: number): number | undefined {
  let codePoint = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes[at + offset] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  const isSurrogate = codePoint >= 0xd800 && codePoint < 0xe000;
  return codePoint < (smallest[length] ?? 0) || isSurrogate || codePoint > 0x10ffff ? undefined : codePoint;
}

function isTail(bytes: Uint8Array, from: number): boolean {
  return bytes.subarray(from).every((byte) => (byte & 0xc0) === 0x80);
}
