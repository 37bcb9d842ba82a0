// One way to find a Chromium for every tool that drives one: component tests, storage tests, end-to-end tests, benchmarks.
import { execFile } from "node:child_process";
import { access, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const cacheFolder = fileURLToPath(new URL("../node_modules/.cache/chromium/", import.meta.url));
const onDemandPackage = "@sparticuz/chromium";
const onDemandVersion = "153.0.0";

const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );

/** The first of the paths that exists, or undefined. */
async function firstExisting(paths) {
  for (const path of paths) if (path && (await exists(path))) return path;
  return undefined;
}

function systemCandidates() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const programFiles = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  return [
    ...onPath,
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ...programFiles.filter(Boolean).map((folder) => join(folder, "Google/Chrome/Application/chrome.exe")),
  ];
}

async function playwrightBrowser() {
  const { chromium } = await import("playwright-core");
  return firstExisting([chromium.executablePath()]);
}

/** Fetches a Chromium that ships inside a registry package; needs libnss3 and libnspr4 of the system. */
async function onDemandBrowser() {
  await mkdir(cacheFolder, { recursive: true });
  const entry = join(cacheFolder, "node_modules", onDemandPackage);
  if (!(await exists(entry))) {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    await run(npm, ["install", "--no-save", "--prefix", cacheFolder, `${onDemandPackage}@${onDemandVersion}`]);
  }
  const require = createRequire(join(cacheFolder, "package.json"));
  const { default: chromium } = await import(pathToFileURL(require.resolve(onDemandPackage)).href);
  const executablePath = await chromium.executablePath();
  await run(executablePath, ["--version"]);
  return executablePath;
}

/** On a bare CI machine with Debian's packages and root, and only there, the system's Chromium is installed. */
async function debianBrowser() {
  if (process.env.CI === undefined || process.getuid?.() !== 0 || !(await exists("/usr/bin/apt-get"))) return undefined;
  console.error("No Chromium on this machine: installing the distribution's …");
  await run("apt-get", ["update"]).catch(() => undefined);
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]).catch(() => undefined);
  return firstExisting(systemCandidates());
}

/**
 * Finds a Chromium: CHROME_PATH, a system browser, Playwright's own, or one from the registry.
 *
 * @returns {Promise<{executablePath: string, args: string[]}>} `args` switches off the sandbox for root, which Chromium
 * otherwise refuses, and the background traffic that a test machine does not want.
 */
export async function findBrowser() {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  const args = process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet;
  const found =
    (await firstExisting([process.env.CHROME_PATH])) ??
    (await firstExisting(systemCandidates())) ??
    (await playwrightBrowser());
  if (found) return { executablePath: found, args };
  try {
    return { executablePath: await onDemandBrowser(), args };
  } catch (error) {
    const installed = await debianBrowser();
    if (installed) return { executablePath: installed, args };
    throw new Error(
      "No Chromium was found: set CHROME_PATH, or install Chromium or Chrome, or run `npx playwright install chromium`, " +
        "or install the system libraries libnss3 and libnspr4 so that the one from the package registry can start " +
        `(it said: ${String(error.message).split("\n")[0]}).`,
      { cause: error },
    );
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(JSON.stringify(await findBrowser()));
