// The published packages as npm would ship them: entry points, types and conditions hold for every kind of consumer.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = [
  // The old node10 resolution knows no subpaths; every current one does.
  { folder: "packages/core", ignore: ["--profile", "node16"] },
  // These two are ES modules only, and say so.
  { folder: "packages/storage", ignore: ["--profile", "esm-only"] },
  { folder: "packages/ui-components", ignore: ["--profile", "esm-only", "--exclude-entrypoints", "tokens.css"] },
];

let failed = 0;
for (const { folder, ignore } of packages) {
  const cwd = join(root, folder);
  for (const { command, args } of [
    { command: "publint", args: ["--strict"] },
    { command: "attw", args: ["--pack", ".", "--format", "ascii", ...ignore] },
  ]) {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status === 0) {
      console.log(`ok   ${folder} ${command}`);
    } else {
      failed++;
      console.log(`FAIL ${folder} ${command}\n${stdout}${stderr}`);
    }
  }
}
process.exitCode = failed > 0 ? 1 : 0;
