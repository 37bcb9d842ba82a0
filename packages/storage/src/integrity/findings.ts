import type { Finding, FindingCode } from "./integrity-report.ts";

const listed = 1000;

/** Gathers findings; the first thousand are listed, the others counted. */
export class Findings {
  readonly list: Finding[] = [];
  unlisted: number = 0;

  /** A fault of a person's own records. */
  add(code: FindingCode, table: string, key: IDBValidKey, detail: string): void {
    this.#put({ code, table, key, detail, isRepairable: false });
  }

  /** A fault of what is derived or cached. */
  addRepairable(code: FindingCode, table: string, key: IDBValidKey, detail: string): void {
    this.#put({ code, table, key, detail, isRepairable: true });
  }

  #put(finding: Finding): void {
    if (this.list.length < listed) this.list.push(finding);
    else this.unlisted++;
  }
}
