// `npm run conformance [-- DIR ...]`: computes every figure of the cases through the public API and compares.
// One line per figure that differs, one per case and figure name that is skipped, then `N passed, M failed, K skipped`.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, ConformanceCase, Expectation } from "./case-format.ts";
import { cashFlowsCase, type CashFlowsCase } from "./cash-flows-case.ts";
import { meets } from "./compare.ts";
import { ledgerCase, type LedgerCase } from "./ledger-case.ts";
import { metricCase, type MetricCase } from "./metric-case.ts";
import { taxCase, type TaxCase } from "./tax-case.ts";

type Ask = (figure: string, args: Readonly<Record<string, unknown>>) => Answer;

function askerOf(of: ConformanceCase): Ask {
  switch (of.kind) {
    case "ledger":
      return ledgerCase(of as LedgerCase);
    case "metric":
      return metricCase(of as MetricCase);
    case "cash-flows":
      return cashFlowsCase(of as CashFlowsCase);
    case "tax":
      return taxCase(of as TaxCase);
  }
}

function shown(answer: Answer): string {
  return answer.kind === "value" ? JSON.stringify(answer.value) : `${answer.kind} (${answer.reason})`;
}

function wanted(expected: Expectation): string {
  return expected.undefined === undefined
    ? JSON.stringify(expected.anyOf ?? expected.value)
    : `undefined (${expected.undefined})`;
}

const folders = process.argv.slice(2);
if (folders.length === 0) folders.push("../shared/conformance/cases");
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const folder of folders) {
  const files = existsSync(folder) ? globSync("**/*.json", { cwd: folder }).sort() : [];
  if (files.length === 0) {
    console.error(`No conformance case was found in "${folder}". Name a folder that holds case files.`);
    process.exit(2);
  }
  for (const file of files) runCase(JSON.parse(readFileSync(join(folder, file), "utf8")) as ConformanceCase);
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function runCase(of: ConformanceCase): void {
  const skipped = new Map<string, string>();
  const ask = prepared(of);
  for (const expected of of.expect) {
    const answer = guarded(ask, expected);
    if (answer.kind === "skipped") {
      counts.skipped++;
      skipped.set(`${expected.figure} ${answer.reason}`, `SKIP ${of.id} ${expected.figure} ${answer.reason}`);
    } else if (meets(answer, expected)) {
      counts.passed++;
    } else {
      counts.failed++;
      console.log(
        `FAIL ${of.id} ${expected.figure} ${JSON.stringify(expected.args)} expected ${wanted(expected)} got ${shown(answer)}`,
      );
    }
  }
  for (const line of skipped.values()) console.log(line);
}

function prepared(of: ConformanceCase): Ask {
  if (of.format !== "portfolio-conformance/1")
    return () => ({ kind: "skipped", reason: `format ${of.format} is not known` });
  return askerOf(of);
}

/** A figure that throws has failed; the run goes on. */
function guarded(ask: Ask, { figure, args }: Expectation): Answer {
  try {
    return ask(figure, args);
  } catch (error) {
    return { kind: "failed", reason: String(error) };
  }
}
