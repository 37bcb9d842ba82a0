import { isIPv6 } from "node:net";

/**
 * The part of an address that one subscriber holds: a whole IPv4 address, the first 64 bits of an IPv6 one.
 *
 * Limits count by it, since anyone with IPv6 has 2^64 addresses to change between.
 */
export function addressGroup(address: string): string {
  if (!isIPv6(address)) return address;
  const plain = address.toLowerCase().split("%")[0] ?? "";
  const mapped = /^::ffff:([0-9.]+)$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = plain.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
