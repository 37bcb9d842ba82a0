import type { IntegrityReport } from "../../engine/storage-protocol.ts";

/** A number of bytes for a person. */
export function bytesText(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** What would be lost with this device, in words. */
export function riskText(changes: number, hasBackup: boolean): string {
  if (changes === 0) return hasBackup ? "Everything is in the last backup." : "Nothing to lose yet.";
  const what = changes === 1 ? "1 change is" : `${changes} changes are`;
  return hasBackup ? `${what} not in the last backup.` : `${what} only on this device.`;
}

/** The outcome of a check in a sentence. */
export function checkText({ counts, findings, unlisted, isInterrupted }: IntegrityReport): string {
  if (isInterrupted) return "The data changed while it was checked. Check again.";
  const total = findings.length + unlisted;
  if (total === 0) return `All well: ${counts["transactions"] ?? 0} transactions and everything beside them.`;
  const repairable = findings.filter(({ isRepairable }) => isRepairable).length;
  const found = total === 1 ? "1 fault was found" : `${total} faults were found`;
  return repairable === 0
    ? `${found} in what was entered.`
    : `${found}, ${repairable} of them in data that can be built again.`;
}
