// `npm start`: builds what is not built yet, or older than its sources, and serves app and proxy on one port of localhost.
import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "node_modules/.cache/portfolio-built-at");
const sources = [
  "packages/core/src",
  "packages/storage/src",
  "packages/ui-components/src",
  "apps/pwa/src",
  "apps/pwa/public",
  "apps/pwa/index.html",
  "apps/pwa/vite.config.ts",
  "pnpm-lock.yaml",
];

async function newestChange(path) {
  const entry = await stat(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newestChange(join(path, name))));
  return Math.max(entry.mtimeMs, ...inside);
}

async function isBuilt() {
  try {
    await stat(join(root, "apps/pwa/dist/index.html"));
    const builtAt = Number(await readFile(stamp, "utf8"));
    const changes = await Promise.all(sources.map((path) => newestChange(join(root, path))));
    return Math.max(...changes) < builtAt;
  } catch {
    return false;
  }
}

function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
      ...options,
    });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.on("exit", (code, signal) => resolve(signal === null ? (code ?? 1) : 0));
  });
}

if (!(await isBuilt())) {
  console.log("Building the app (once; later starts take a second) …");
  const startedAt = Date.now();
  const failed = await run("pnpm", ["--filter", "@portfolio/pwa", "build"]);
  if (failed !== 0) process.exit(failed);
  await mkdir(join(root, "node_modules/.cache"), { recursive: true });
  await writeFile(stamp, String(startedAt));
}
const env = { ...process.env, DATA_DIR: process.env.DATA_DIR ?? join(root, "data") };
process.exitCode = await run("node", ["--conditions=@portfolio/source", "src/server.ts"], {
  cwd: join(root, "apps/proxy"),
  env,
});
