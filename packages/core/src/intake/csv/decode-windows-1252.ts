import { textBuilder } from "./text-builder.ts";

/**
 * Bytes 80 to 9F; all others stand for the code point of the same number. The five unassigned bytes stay controls.
 *
 * Source: the mapping table CP1252.TXT of the Unicode Consortium; facts only.
 */
const upperControls = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
] as const;

/** Text of windows-1252 bytes: every byte is a character, so this never fails. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = textBuilder();
  for (const byte of bytes) text.add(upperControls[byte - 0x80] ?? byte);
  return text.finish();
}
