import { type Issue, issue } from "@portfolio/core";
import { draftKeys, type IntakeResult } from "@portfolio/core/intake";
import type { ImportFile } from "../engine-protocol.ts";
import { dryRun } from "./dry-run.ts";
import type { ImportRow, ImportSession, ImportSurroundings } from "./import-session.ts";
import { NameResolver } from "./resolve-names.ts";

/** The keys by which a later import of the same lines is recognised: format, account, then the draft's own key. */
export function importKeysOf(read: IntakeResult): string[] {
  return draftKeys(read.drafts).map(
    (key, i) => `${read.format ?? "mapped-csv"}|${read.drafts[i]!.accountReference ?? ""}|${key}`,
  );
}

/** Resolves a file that was read against the portfolio: accounts, instruments, duplicates, and a dry run. */
export function startImport(
  file: ImportFile,
  read: IntakeResult,
  keys: readonly string[],
  surroundings: ImportSurroundings,
): ImportSession {
  const resolver = new NameResolver(file, read, surroundings.portfolio);
  const fileNames = new Map(
    surroundings.batches.map(({ id, fileName, importedAt }) => [id, `${fileName}, ${importedAt.slice(0, 10)}`]),
  );
  const issuesByLine = issuesOfLines(read.issues);
  const rows: ImportRow[] = read.drafts.map((draft, i) => {
    const repeated = surroundings.knownKeys.get(keys[i]!);
    const readIssues = draft.rows.flatMap((line) => issuesByLine.get(line) ?? []);
    for (const line of draft.rows) issuesByLine.delete(line);
    const resolved = resolver.transactionOf(draft, i);
    const fault = "field" in resolved ? resolved : undefined;
    if (fault !== undefined)
      readIssues.push(
        issue("invalid-cell", fault.message, { file: file.fileName, row: draft.rows[0]!, column: fault.field }),
      );
    return {
      index: i,
      lines: draft.rows,
      draft,
      transaction: "field" in resolved ? undefined : resolved,
      importKey: keys[i]!,
      repeats: repeated && (fileNames.get(repeated.batchId ?? "") ?? "entered by hand"),
      readIssues,
      ledgerIssues: [],
      isSelected: repeated === undefined && fault === undefined,
    };
  });
  // Lines that became no transaction stand beside the others with the reason.
  for (const [line, issues] of issuesByLine) {
    rows.push({
      index: rows.length,
      lines: [line],
      draft: undefined,
      transaction: undefined,
      importKey: "",
      repeats: undefined,
      readIssues: issues,
      ledgerIssues: [],
      isSelected: false,
    });
  }
  const session: ImportSession = {
    file,
    read,
    rows,
    accounts: resolver.accounts,
    newInstruments: resolver.newInstruments,
    portfolio: surroundings.portfolio,
    existing: surroundings.existing,
    // The first import settles the reporting currency, so it is judged in that one.
    baseCurrency:
      surroundings.baseCurrency ?? resolver.accounts[0]?.account.currency ?? surroundings.portfolio.baseCurrency,
  };
  const first = dryRun(session);
  // What the ledger would refuse is not taken over unasked.
  for (const row of rows) if (row.ledgerIssues.some(({ severity }) => severity === "error")) row.isSelected = false;
  if (first.after.issues.length > 0) dryRun(session);
  return session;
}

/** Chooses rows in or out and looks again at what would change. */
export function selectRows(session: ImportSession, indexes: readonly number[], isSelected: boolean): void {
  for (const index of indexes) {
    const row = session.rows[index];
    if (row?.transaction !== undefined) row.isSelected = isSelected;
  }
}

function issuesOfLines(issues: readonly Issue[]): Map<number, Issue[]> {
  const byLine = new Map<number, Issue[]>();
  for (const issue of issues) {
    const line = issue.source.row;
    if (line === undefined) continue;
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [issue]);
    else known.push(issue);
  }
  return byLine;
}
