import { writeFile } from "node:fs/promises";

/** Writes how many tests passed, failed and were skipped, for the count at the end of `npm run verify`. */
export function testReport(file) {
  return {
    async onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      const count = (suite) => {
        for (const test of suite?.tests ?? []) counts[test.skipped ? "skipped" : test.passed ? "passed" : "failed"]++;
        for (const inner of suite?.suites ?? []) count(inner);
      };
      for (const session of sessions) {
        count(session.testResults);
        // A file that could not be loaded has run no test: that is a failure, not silence.
        if (session.errors.length > 0) counts.failed++;
      }
      await writeFile(file, JSON.stringify(counts));
    },
  };
}
