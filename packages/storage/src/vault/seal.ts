import { type Bytes, joinBytes, randomBytes } from "../encoding/bytes.ts";

const nonceLength = 12;

/** AES-256-GCM with a random nonce before the ciphertext; `bound` is not hidden, but cannot be changed either. */
export async function seal(key: CryptoKey, plain: Bytes, bound: Bytes): Promise<Bytes> {
  const iv = randomBytes(nonceLength);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound }, key, plain);
  return joinBytes([iv, new Uint8Array(sealed)]);
}

/** @throws it was changed, or sealed with another key */
export async function unseal(key: CryptoKey, sealed: Bytes, bound: Bytes): Promise<Bytes> {
  const iv = sealed.slice(0, nonceLength);
  const cipher = sealed.slice(nonceLength);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bound }, key, cipher));
}
