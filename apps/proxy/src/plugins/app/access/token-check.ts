import { createHash, timingSafeEqual } from "node:crypto";

/** SHA-256 of a token in hex: the only form in which a token is kept. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** Whether `token` has the given hash, in a time that does not depend on how much of it is right. */
export function tokenMatches(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(token), "hex"), Buffer.from(hash, "hex"));
}

/** The token of an `Authorization: Bearer` header; undefined where there is none. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +([^\s]+)$/i.exec(header ?? "")?.[1];
}
