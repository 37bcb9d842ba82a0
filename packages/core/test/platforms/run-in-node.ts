import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";

/** How the package is loaded. */
export type Loading = "import" | "require";

/** What the scenario answered, and from which file of the package. */
export interface Answer {
  readonly file: string;
  readonly figures: string;
}

const program = fileURLToPath(new URL("in-node.ts", import.meta.url));

/** A process of its own, without the conditions that lead the tests to the sources. */
export async function runInNode(loading: Loading): Promise<Answer> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [program, loading], { env, maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as Answer;
}

/** A worker thread, again without those conditions. */
export async function runInNodeWorker(loading: Loading): Promise<Answer> {
  const worker = new Worker(program, { argv: [loading], execArgv: [], env: {} });
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
    });
  } finally {
    await worker.terminate();
  }
}
