import { decodeUtf16 } from "./decode-utf16.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { decodeWindows1252 } from "./decode-windows-1252.ts";

/** How a file's bytes stand for text. */
export type TextEncoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";

/** A file's text without its byte-order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Finds the encoding and decodes.
 *
 * A byte-order mark decides; without one, zero bytes at every second place mean UTF-16, valid UTF-8 is UTF-8, and all
 * else is windows-1252. Written out here because the core knows no TextDecoder: the same bytes give the same text
 * everywhere.
 *
 * Cost: O(bytes).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeUtf16(bytes, 2, true), encoding: "utf-16le" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeUtf16(bytes, 2, false), encoding: "utf-16be" };
  const wide = unmarkedUtf16(bytes);
  if (wide !== undefined) return { text: decodeUtf16(bytes, 0, wide === "utf-16le"), encoding: wide };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = decodeUtf8(bytes, marked ? 3 : 0);
  if (text !== undefined) return { text, encoding: marked ? "utf-8-bom" : "utf-8" };
  return { text: decodeWindows1252(bytes), encoding: "windows-1252" };
}

function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const start = bytes.subarray(0, 512);
  if (start.length < 4) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = start.length * 0.25;
  if (odd > most && odd > 4 * even) return "utf-16le";
  return even > most && even > 4 * odd ? "utf-16be" : undefined;
}
