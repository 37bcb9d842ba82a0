// `npm run verify`: everything that must hold, one step after another, with one count at the end.
// A failure does not stop the run: the person sees all that is wrong at once.
import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = join(root, ".reports");
const quote = (words) => words.join(" ");

/** Runs a command with its output on the terminal; answers whether it exited with 0. */
function succeeds([command, ...args], { cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env, FORCE_COLOR: "0" },
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}

/** Each reader turns a runner's own JSON report into counts. */
const readers = {
  vitest: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }),
  wtr: (report) => report,
  playwright: ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }),
};

const checks = [
  { name: "build", command: ["pnpm", "-r", "build"] },
  { name: "types", command: ["tsc", "-b"] },
  { name: "lint", command: ["oxlint", "--type-aware"] },
  // Its CSS checker knows neither container queries nor light-dark(), so that rule is off.
  {
    name: "templates",
    command: [
      "lit-analyzer",
      "--rules.no-invalid-css",
      "off",
      "packages/ui-components/src/**/*.ts",
      "apps/pwa/src/**/*.ts",
    ],
  },
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "boundaries", command: ["node", "tools/boundaries.mjs"] },
  { name: "unused code", command: ["knip"] },
  { name: "packages", command: ["node", "tools/check-packages.mjs"] },
];

const vitest = (name, folder) => ({
  name,
  folder,
  reader: "vitest",
  command: (file) => [
    "pnpm",
    "exec",
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ],
});
const suites = [
  vitest("core", "packages/core"),
  vitest("storage", "packages/storage"),
  { name: "ui-components", folder: "packages/ui-components", reader: "wtr", command: () => ["pnpm", "exec", "wtr"] },
  vitest("proxy", "apps/proxy"),
  vitest("pwa", "apps/pwa"),
  {
    name: "end to end",
    folder: "apps/pwa",
    reader: "playwright",
    command: () => ["pnpm", "exec", "playwright", "test", "--reporter=list,json"],
  },
];

async function runCheck({ name, command }) {
  console.log(`\n── ${name}: ${quote(command)}`);
  const passed = await succeeds(command);
  return { name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function runSuite({ name, folder, reader, command }) {
  const file = join(reports, `${name.replaceAll(" ", "-")}.json`);
  console.log(`\n── tests: ${name}`);
  const passed = await succeeds(command(file), {
    cwd: join(root, folder),
    env: { TEST_REPORT: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  const counts = await readFile(file, "utf8").then(
    (text) => readers[reader](JSON.parse(text)),
    () => undefined,
  );
  // A suite that leaves no report, or ran nothing, has failed: silence is no success.
  if (counts === undefined || counts.passed + counts.failed === 0) return { name, passed: 0, failed: 1, skipped: 0 };
  return { name, ...counts, failed: counts.failed + (passed || counts.failed > 0 ? 0 : 1) };
}

const only = process.argv.slice(2);
const wanted = ({ name }) => only.length === 0 || only.includes(name);
const results = [];
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });
for (const check of checks.filter(wanted)) results.push(await runCheck(check));
for (const suite of suites.filter(wanted)) results.push(await runSuite(suite));

const total = (field) => results.reduce((sum, result) => sum + result[field], 0);
console.log("\n── summary");
for (const result of results)
  console.log(
    `${result.failed > 0 ? "FAIL" : "ok  "} ${result.name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`,
  );
console.log(`\n${total("passed")} passed, ${total("failed")} failed, ${total("skipped")} skipped`);
process.exitCode = total("failed") > 0 ? 1 : 0;
