import { textBuilder } from "./text-builder.ts";

/** Text of UTF-16 bytes; an odd last byte is left out. */
export function decodeUtf16(bytes: Uint8Array, start: number, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = textBuilder();
  for (let at = start; at + 1 < bytes.length; at += 2) text.add(view.getUint16(at, littleEndian));
  return text.finish();
}
