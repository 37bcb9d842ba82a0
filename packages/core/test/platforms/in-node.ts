// Runs the scenario in Node, on the built package: the main thread prints the answer, a worker posts it.
// Its argument is "import" or "require".
import { isMainThread, parentPort } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { scenario } from "./scenario.ts";

const answer = process.argv[2] === "require" ? await whenRequired() : await whenImported();
if (isMainThread) process.stdout.write(JSON.stringify(answer));
else parentPort!.postMessage(answer);

async function whenImported(): Promise<object> {
  const { imported } = await import("./from-import.ts");
  const file = fileURLToPath(import.meta.resolve("@portfolio/core"));
  return { file, figures: await scenario(imported) };
}

async function whenRequired(): Promise<object> {
  const { required, requiredFile } = await import("./from-require.ts");
  return { file: requiredFile, figures: await scenario(required) };
}
