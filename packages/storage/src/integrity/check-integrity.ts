import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { revisionOf, transactionRevisionOf } from "../database/revision.ts";
import { checkCaches, checkChunks } from "./check-derived.ts";
import { checkRecords } from "./check-records.ts";
import { type CheckOptions, checkRows } from "./check-rows.ts";
import { Findings } from "./findings.ts";
import type { IntegrityReport } from "./integrity-report.ts";

const attempts = 3;
const key = "integrity";

/**
 * Looks at everything that is stored, in pieces with pauses between them: each transaction is validated, references are
 * followed, packed data is compared with the rows. Writes nothing but the report.
 *
 * Begins again when somebody changes the portfolio meanwhile, at most three times.
 */
export async function checkIntegrity(database: PortfolioDatabase, options: CheckOptions): Promise<IntegrityReport> {
  let report: IntegrityReport;
  let attempt = 0;
  do report = await checkOnce(database, options);
  while (report.isInterrupted && ++attempt < attempts);
  await database.settings.put({ key, value: report });
  return report;
}

/** The report of the last check; undefined before the first. */
export async function lastIntegrityReport({ settings }: PortfolioDatabase): Promise<IntegrityReport | undefined> {
  return (await settings.get(key))?.value as IntegrityReport | undefined;
}

async function checkOnce(database: PortfolioDatabase, options: CheckOptions): Promise<IntegrityReport> {
  const findings = new Findings();
  const revision = await revisionOf(database);
  const transactionRevision = await transactionRevisionOf(database);
  if (!(transactionRevision <= revision))
    findings.addRepairable("wrong-counter", "settings", "revision", "The counters of changes contradict each other.");
  const batches = await database.importBatches.toArray();
  const known = {
    accounts: new Set(await database.accounts.toCollection().primaryKeys()),
    instruments: new Set(await database.instruments.toCollection().primaryKeys()),
    batches: new Map(batches.map((batch) => [batch.id, batch])),
  };
  const records = await checkRecords(database, known, findings);
  await options.pause?.();
  const rows = await checkRows(database, known, findings, options);
  const chunks = await checkChunks(database, rows, findings);
  await options.pause?.();
  const caches = await checkCaches(database, known.instruments, findings);
  return {
    revision,
    checkedAt: new Date(database.now()).toISOString(),
    counts: {
      ...records,
      transactions: rows.length,
      importBatches: batches.length,
      transactionColumns: chunks,
      ...caches,
    },
    findings: findings.list,
    unlisted: findings.unlisted,
    isInterrupted: (await revisionOf(database)) !== revision,
  };
}
