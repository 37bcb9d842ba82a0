import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs a script of its own in a fresh process, which can collect its garbage, and answers the JSON it prints. */
export async function inChildProcess<Answer>(script: URL, question: object): Promise<Answer> {
  const { stdout } = await run(process.execPath, ["--expose-gc", fileURLToPath(script), JSON.stringify(question)], {
    maxBuffer: 2 ** 20,
  });
  return JSON.parse(stdout) as Answer;
}
