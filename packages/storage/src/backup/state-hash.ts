import { type Bytes, sha256, utf8 } from "../encoding/bytes.ts";
import { canonicalJson } from "../encoding/canonical-json.ts";
import type { PortfolioContent } from "./portfolio-content.ts";

/**
 * A number for the whole content, in hexadecimal: the sum of the hashes of its records, so that their order does not
 * matter. It finds faults; it does not defend against anybody.
 */
export async function stateHash(content: PortfolioContent): Promise<string> {
  let sum = 0n;
  const { settings, ...tables } = content;
  const records = Object.entries(tables).flatMap(([table, rows]) =>
    (rows as readonly unknown[]).map((row) => [table, row]),
  );
  for (const record of [...records, ["settings", settings]])
    sum = (sum + numberOf(await sha256(utf8(canonicalJson(record))))) % 2n ** 256n;
  return sum.toString(16).padStart(64, "0");
}

function numberOf(bytes: Bytes): bigint {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`);
}
