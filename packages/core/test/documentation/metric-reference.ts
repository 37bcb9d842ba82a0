import { dirname, relative } from "node:path";
import ts from "typescript";
import { coreFolder, entryPoints, programOf } from "./core-program.ts";
import { type PublicSymbol, publicSymbols } from "./public-symbols.ts";

/** The folders whose functions answer a question of an investor, in the order of the reference, and what they are about. */
const chapters: ReadonlyMap<string, string> = new Map([
  ["returns", "Returns"],
  ["risk", "Risk"],
  ["benchmark", "Against a benchmark"],
  ["income", "Income"],
  ["allocation", "Allocation"],
  ["rebalancing", "Rebalancing"],
  ["tax", "Tax"],
  ["planning", "Planning"],
  ["macro", "Macro regimes"],
  ["insights", "Health and insights"],
  ["report", "The whole report"],
  ["series", "Series"],
  ["valuation", "Gains and daily series"],
  ["cash-flows", "Flows"],
  ["calendar", "Ranges"],
]);
const entriesLeftOut = new Set(["@portfolio/core", "@portfolio/core/edits", "@portfolio/core/intake"]);

interface Metric {
  readonly name: string;
  readonly entryPoint: string;
  readonly folder: string;
  readonly comment: string;
  readonly signature: string;
  readonly throws: readonly string[];
  readonly pages: readonly string[];
}

/** The text of docs/metrics.md: every public function of the measuring entry points, as its doc comment describes it. */
export function metricReference(): string {
  const program = programOf([...entryPoints.values()]);
  const checker = program.getTypeChecker();
  const metrics = publicSymbols(program, entryPoints)
    .filter(({ entryPoint }) => !entriesLeftOut.has(entryPoint))
    .flatMap((symbol) => metricOf(checker, symbol));
  const filled = [...chapters].flatMap(([folder, title]) => {
    const own = metrics.filter((metric) => metric.folder === folder).sort((a, b) => (a.name < b.name ? -1 : 1));
    return own.length === 0 ? [] : [chapterOf(title, own)];
  });
  return `${head}\n${filled.join("\n")}`;
}

const head = `# All measures

Made from the doc comments by \`npm run docs:metrics\`; a test fails when the two differ. Formulas, decisions and sources stand on the [method pages](methods/README.md). A measure answers a value, or \`undefined\` with a reason; never NaN, infinity or a made-up number.
`;

function metricOf(checker: ts.TypeChecker, { name, entryPoint, symbol }: PublicSymbol): Metric[] {
  const declaration = symbol.declarations?.find((one) => ts.isFunctionDeclaration(one));
  if (declaration === undefined) return [];
  const tags = symbol.getJsDocTags(checker).map((tag) => ({ name: tag.name, text: ts.displayPartsToString(tag.text) }));
  const texts = (wanted: string): string[] => tags.filter((tag) => tag.name === wanted).map(({ text }) => text);
  return [
    {
      name,
      entryPoint,
      folder: dirname(relative(`${coreFolder}src`, declaration.getSourceFile().fileName)),
      comment: plainLinks(ts.displayPartsToString(symbol.getDocumentationComment(checker))),
      signature: signatureOf(declaration),
      throws: texts("throws").map((text) => text.replace(/\s+/g, " ").trim()),
      pages: texts("see").flatMap((text) => text.match(/docs\/(methods\/[\w-]+\.md)/)?.[1] ?? []),
    },
  ];
}

/** The declaration as it is written, up to its body, on one line. */
function signatureOf(declaration: ts.FunctionDeclaration): string {
  const text = declaration.getText();
  const body = declaration.body?.getStart() ?? declaration.getEnd();
  return text
    .slice(0, body - declaration.getStart())
    .replace(/^export (default )?/, "")
    .replace(/\s+/g, " ")
    .replace(/,? \)/g, ")")
    .replace(/\( /g, "(")
    .trim();
}

function plainLinks(comment: string): string {
  return comment.replace(/\{@link (\w+) ?\}/g, "`$1`");
}

function chapterOf(title: string, metrics: readonly Metric[]): string {
  const rows = metrics.map(
    ({ name, comment }) => `| [\`${name}\`](#${name.toLowerCase()}) | ${firstSentence(comment)} |`,
  );
  return [`## ${title}\n`, "| Name | What it is |", "| --- | --- |", ...rows, "", ...metrics.map(entryOf)].join("\n");
}

function entryOf({ name, entryPoint, comment, signature, throws, pages }: Metric): string {
  const paragraphs = comment.split(/\n\s*\n/).map(paragraph);
  const links = pages.map((page) => `[${page.replace(/^methods\/|\.md$/g, "")}](${page})`);
  return [
    `### ${name}\n`,
    ...paragraphs.map((text) => `${text}\n`),
    ...throws.map((text) => `Throws ${text}\n`),
    `\`\`\`ts\n${signature}\n\`\`\`\n`,
    `From \`${entryPoint}\`${links.length === 0 ? "" : `; method: ${links.join(", ")}`}.\n`,
  ].join("\n");
}

const labels = /^(Units|Shape|Sign|Undefined|Cost|Where unknown|Precision):/;

/** A paragraph on one line; each labelled part of a comment becomes an item of a list. */
function paragraph(text: string): string {
  const parts: string[] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (parts.length === 0 || labels.test(line)) parts.push(line);
    else parts[parts.length - 1] += ` ${line}`;
  }
  const isList = parts.some((part) => labels.test(part));
  return parts.map((part) => (isList && labels.test(part) ? `- ${part}` : part)).join("\n");
}

function firstSentence(comment: string): string {
  const text = comment.split(/\n\s*\n/)[0]!.replace(/\s+/g, " ");
  return (/^.*?[.?](?=\s|$)/.exec(text)?.[0] ?? text).replace(/\|/g, "\\|");
}
