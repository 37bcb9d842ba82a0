// `npm run new broker <name>`: a broker's preset, its sample and expectation, and its entry in the list of formats.
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("..", import.meta.url));
const templates = join(repository, "tools/templates/broker");

const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );

/** The names a broker goes by: `northwood-bank` is `northwoodBank` in code and "Northwood Bank" to people. */
function namesOf(id) {
  const words = id.split("-");
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const constant = words.map((word, index) => (index === 0 ? word : capital(word))).join("");
  // A constant cannot begin with a digit.
  return { id, constant: /^\d/.test(constant) ? `broker${constant}` : constant, title: words.map(capital).join(" ") };
}

function filled(template, names) {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => names[name]);
}

/** Enters the preset into the list of formats: both lists are kept in the order of their paths. */
function registered(list, { id, constant }) {
  const lines = list.split("\n");
  const path = (line) => /from "(.+)";/.exec(line)[1];
  const added = `import { ${constant} } from "./${id}/${id}.ts";`;
  const imports = [...lines.filter((line) => line.startsWith("import {")), added].sort((a, b) =>
    path(a) < path(b) ? -1 : 1,
  );
  const names = imports.map((line) => /\{ (\w+) \}/.exec(line)[1]);
  const head = lines.filter((line) => line.startsWith("import type"));
  const comment = lines.filter((line) => line.startsWith("/**"));
  const opening = "export const allBrokerFormats: readonly BrokerFormat[] = [";
  return [...head, ...imports, "", ...comment, opening, ...names.map((name) => `  ${name},`), "];", ""].join("\n");
}

/** Writes the files under `--root` (the repository, when absent); answers the exit code. */
export async function make(args) {
  const rootAt = args.indexOf("--root");
  const root = rootAt < 0 ? repository : args[rootAt + 1];
  const id = args.find((word, index) => index !== rootAt && (rootAt < 0 || index !== rootAt + 1)) ?? "";
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return refuse(`"${id}" is no name. Write it like northwood-bank.`);
  const brokers = join(root, "packages/core/src/intake/brokers");
  const folder = join(brokers, id);
  const fixture = join(root, "packages/core/test/intake/fixtures", id);
  const list = join(brokers, "broker-formats.ts");
  const names = namesOf(id);
  const formats = await readFile(list, "utf8");
  if ((await exists(folder)) || (await exists(fixture)) || formats.includes(`{ ${names.constant} }`)) {
    return refuse(
      `There is a broker "${id}" already. Choose another name, or add a second preset to its folder by hand.`,
    );
  }
  await mkdir(folder, { recursive: true });
  await mkdir(fixture, { recursive: true });
  for (const name of await readdir(templates)) {
    const text = filled(await readFile(join(templates, name), "utf8"), names);
    await writeFile(name === "broker.ts.txt" ? join(folder, `${id}.ts`) : join(fixture, name), text);
  }
  await writeFile(list, registered(formats, names));
  console.log(
    `${names.title}: preset in ${folder}, sample in ${fixture}. What comes next: docs/guides/adding-a-broker.md`,
  );
  return 0;
}

function refuse(message) {
  console.error(message);
  return 1;
}
