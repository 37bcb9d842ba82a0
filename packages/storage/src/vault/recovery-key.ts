import { type Bytes, sha256 } from "../encoding/bytes.ts";

/** Crockford's alphabet: without I, L, O and U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const keyLength = 32;
const textLength = 52;
const checkLength = 4;

/** 32 bytes as 52 characters and 4 of a checksum, in groups of 4. */
export async function recoveryKeyText(bytes: Bytes): Promise<string> {
  const text = base32(bytes, textLength) + base32(await sha256(bytes), checkLength);
  return text.match(/.{4}/g)!.join("-");
}

/** The bytes of a recovery key as typed: small letters, spaces, and O or I for 0 or 1 do not matter; undefined: mistyped. */
export async function recoveryKeyBytes(typed: string): Promise<Bytes | undefined> {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  const digits = Array.from(text, (character) => alphabet.indexOf(character));
  if (text.length !== textLength + checkLength || digits.includes(-1)) return undefined;
  const number = digits.slice(0, textLength).reduce((sum, digit) => sum * 32n + BigInt(digit), 0n) >> 4n;
  const bytes = new Uint8Array(keyLength);
  for (let i = keyLength - 1, rest = number; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return (await recoveryKeyText(bytes)).replaceAll("-", "") === text ? bytes : undefined;
}

/** The first characters of the bytes in base 32, with zeros where the bits end. */
function base32(bytes: Bytes, length: number): string {
  const bits = bytes.length * 8;
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return Array.from({ length }, (_, i) => {
    const shift = bits - 5 * (i + 1);
    return alphabet[Number((shift >= 0 ? number >> BigInt(shift) : number << BigInt(-shift)) & 31n)];
  }).join("");
}
