import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asExpected, comparable, type ExpectedDraft } from "./expected-draft.ts";
import type { IntakeResult } from "../../src/intake/index.ts";

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../../../../", import.meta.url));
const core = join(repository, "packages/core");
const id = "northwood-bank";

let root = "";

/** Runs the generator on a copy of core, so that the tests beside this one never see what it plants. */
function newBroker(...names: readonly string[]): Promise<{ readonly stdout: string }> {
  return run(process.execPath, [join(repository, "tools/new.mjs"), "broker", ...names, "--root", root]);
}

const reading = `
import { readFileSync } from "node:fs";
import { brokerFormats, readIntake } from "./packages/core/src/intake/index.ts";
const bytes = readFileSync("./packages/core/test/intake/fixtures/${id}/activities.csv");
const result = await readIntake({ bytes, fileName: "file.csv", today: "2026-11-21" });
console.log(JSON.stringify({ ...result, known: brokerFormats.map(({ id }) => id) }));
`;

describe("npm run new broker", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "new-broker-"));
    const copy = join(root, "packages/core");
    await mkdir(copy, { recursive: true });
    await cp(join(core, "src"), join(copy, "src"), { recursive: true });
    for (const name of ["package.json", "tsconfig.src.json"]) await cp(join(core, name), join(copy, name));
    await cp(join(repository, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
    await symlink(join(core, "node_modules"), join(copy, "node_modules"), "junction");
    await newBroker(id);
  }, 60_000);

  afterAll(() => rm(root, { recursive: true, force: true }));

  it("makes a preset that compiles", async () => {
    const compiler = join(repository, "node_modules/@typescript/native/bin/tsc");
    const project = join(root, "packages/core/tsconfig.src.json");
    await expect(run(process.execPath, [compiler, "-p", project, "--noEmit"])).resolves.toMatchObject({ stdout: "" });
  });

  it("makes a preset that reads its sample as its expectation says", async () => {
    const script = join(root, "read.ts");
    await writeFile(script, reading);
    const { stdout } = await run(process.execPath, [script], { cwd: root });
    const result = JSON.parse(stdout) as IntakeResult & { readonly known: readonly string[] };
    const fixture = join(root, "packages/core/test/intake/fixtures", id);
    const expected = JSON.parse(await readFile(join(fixture, "expected.json"), "utf8")) as {
      readonly format: string;
      readonly transactions: readonly ExpectedDraft[];
      readonly issues: readonly unknown[];
    };
    expect(result.known).toContain(id);
    expect(result.format).toBe(expected.format);
    expect(result.drafts.map((draft) => asExpected(draft, "either"))).toEqual(expected.transactions.map(comparable));
    expect(result.issues.map(({ source, code }) => ({ row: source.row, code }))).toEqual(expected.issues);
  });

  it("leaves the list of formats as it was but for the one it adds", async () => {
    const path = "packages/core/src/intake/brokers/broker-formats.ts";
    const before = (await readFile(join(repository, path), "utf8")).split("\n");
    const after = (await readFile(join(root, path), "utf8")).split("\n");
    const added = after.filter((line) => !before.includes(line));
    expect(added).toEqual([`import { northwoodBank } from "./${id}/${id}.ts";`, "  northwoodBank,"]);
    expect(after).toHaveLength(before.length + 2);
  });

  for (const [name, why] of [
    [id, /already/],
    ["degiro", /already/],
    ["Northwood Bank", /is no name/],
    ["../northwood", /is no name/],
  ] as const) {
    it(`refuses "${name}" and says why`, async () => {
      await expect(newBroker(name)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(why) });
    });
  }
});
