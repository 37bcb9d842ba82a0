// Who may import what: the tables of docs/architecture.md as rules, and a planted tree that must break them.
import { cruise } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The floor of core, each folder importing only those before it. */
const floor = ["outcome", "numbers", "calendar", "money", "instrument"];

/** All that figures come from: what explains or shows them may look at any of it. */
const figures = [
  "fx",
  "transactions",
  "lots",
  "ledger",
  "holdings",
  "prices",
  "cash-flows",
  "valuation",
  "series",
  "returns",
  "risk",
  "benchmark",
  "income",
  "allocation",
];

/** What a core folder may import besides the floor. */
const above = {
  fx: [],
  transactions: [],
  lots: ["transactions"],
  ledger: ["transactions", "lots", "fx"],
  holdings: ["ledger", "lots", "transactions", "fx"],
  prices: [],
  "cash-flows": ["transactions", "ledger", "prices", "fx"],
  valuation: ["holdings", "ledger", "lots", "transactions", "cash-flows", "prices", "fx"],
  series: ["valuation", "cash-flows", "prices", "ledger", "transactions"],
  returns: ["series"],
  risk: ["returns", "series"],
  income: ["holdings", "ledger", "transactions", "fx"],
  macro: ["returns", "risk", "series"],
  planning: ["macro", "returns", "risk", "series"],
  tax: ["income", "holdings", "ledger", "lots", "transactions", "fx"],
  benchmark: ["series", "returns", "risk"],
  allocation: ["holdings", "ledger", "transactions", "cash-flows", "valuation", "series", "prices", "fx"],
  rebalancing: ["allocation", "holdings", "ledger", "transactions", "cash-flows", "prices", "fx"],
  issues: ["fx", "transactions", "lots", "ledger", "holdings", "prices", "cash-flows", "valuation"],
  edits: ["transactions", "ledger", "valuation"],
  explain: figures,
  insights: ["issues", ...figures],
  snapshot: ["issues", "insights", ...figures],
  report: ["snapshot", "issues", "insights", ...figures],
  measures: ["cash-flows", "valuation", "series", "returns", "risk", "benchmark"],
  intake: ["transactions"],
};

function coreRules(base) {
  const core = `^${base}packages/core/src/`;
  const allowed = new Map([
    ...floor.map((folder, index) => [folder, floor.slice(0, index)]),
    ...Object.entries(above).map(([folder, more]) => [folder, [...floor, ...more]]),
  ]);
  const perFolder = [...allowed].map(([folder, others]) => ({
    name: `core/${folder} imports only what lies beneath it`,
    severity: "error",
    from: { path: `${core}${folder}/`, pathNot: "\\.test(-d)?\\.ts$" },
    to: { path: core, pathNot: `${core}(${[folder, ...others].join("|")})/` },
  }));
  return [
    ...perFolder,
    {
      name: "a new core folder needs its line in tools/boundaries.mjs",
      severity: "error",
      from: { path: `${core}(?!(${[...allowed.keys()].join("|")})/)[^/]+/`, pathNot: "\\.test\\.ts$" },
      to: {},
    },
    {
      name: "date-fns only in calendar",
      severity: "error",
      from: { path: core, pathNot: `${core}calendar/` },
      to: { path: "(^date-fns|node_modules/date-fns)" },
    },
    {
      name: "core needs decimal.js and date-fns alone; readers only in intake",
      severity: "error",
      from: { path: core, pathNot: `(${core}intake/|\\.test(-d)?\\.ts$)` },
      to: { path: "node_modules/", pathNot: "node_modules/(decimal\\.js|date-fns|valibot)" },
    },
  ];
}

function packageRules(base) {
  const at = (folder) => `^${base}${folder}/src/`;
  const never = (name, from, to, more = {}) => ({
    name,
    severity: "error",
    from: { path: from, pathNot: "\\.test\\.ts$" },
    to: { path: to, ...more },
  });
  const runtime = { dependencyTypesNot: ["type-only"] };
  const [core, storage, components, pwa, proxy] = [
    "packages/core",
    "packages/storage",
    "packages/ui-components",
    "apps/pwa",
    "apps/proxy",
  ].map(at);
  const pages = `${pwa}(pages|shell|state|appearance)/`;
  return [
    never("core imports no sibling", core, `${storage}|${components}|${pwa}|${proxy}`),
    never("storage knows no screen", storage, `${components}|${pwa}|${proxy}|node_modules/lit`),
    never("elements take core's types only", `${components}(?!embed/)`, core, runtime),
    never("elements know no storage and no app", components, `${storage}|${pwa}|${proxy}|node_modules/(dexie|comlink)`),
    never("pages ask the engine, never core or storage", pages, `${core}|${storage}`, runtime),
    never(
      "pages know the client alone of the engine",
      pages,
      `${pwa}engine/(?!portfolio-client|engine-protocol)`,
      runtime,
    ),
    never(
      "the engine draws nothing",
      `${pwa}(engine|market-data)/`,
      `${components}|${pwa}(pages|shell)/|node_modules/lit`,
    ),
    never("the proxy stands alone", proxy, `${storage}|${components}|${pwa}`),
    never("nothing imports the proxy", `^${base}(packages|apps/pwa/src)`, proxy),
    {
      name: "no cycle between files",
      severity: "error",
      from: { path: `^${base}(packages|apps)/[^/]+/src` },
      to: { circular: true },
    },
    {
      name: "no cycle between folders",
      severity: "error",
      scope: "folder",
      from: { path: `^${base}(packages|apps)/[^/]+/src` },
      to: { circular: true },
    },
  ];
}

async function violations(paths, base) {
  const result = await cruise(
    paths,
    {
      ruleSet: { forbidden: [...coreRules(base), ...packageRules(base)] },
      validate: true,
      metrics: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
      exclude: { path: "(^|/)(dist|\\.tsbuild)/|\\.test(-d)?\\.ts$" },
      enhancedResolveOptions: {
        exportsFields: ["exports"],
        conditionNames: ["@portfolio/source", "import", "default"],
        extensions: [".ts", ".js"],
      },
    },
    undefined,
    { tsConfig: extractTsConfig(join(root, "tsconfig.base.json")) },
  );
  return result.output.summary;
}

process.chdir(root);
const folders = [];
for (const group of ["packages", "apps"]) for (const name of await readdir(group)) folders.push(`${group}/${name}/src`);
const real = await violations(folders, "");
const planted = await violations(["tools/boundaries-planted"], "tools/boundaries-planted/");
const expected = [
  "core/lots imports only what lies beneath it",
  "date-fns only in calendar",
  "elements take core's types only",
  "no cycle between files",
  "no cycle between folders",
];
const seen = new Set(planted.violations.map((violation) => violation.rule.name));
const blind = expected.filter((name) => !seen.has(name));

for (const violation of real.violations) console.log(`${violation.rule.name}: ${violation.from} -> ${violation.to}`);
for (const name of blind) console.log(`the checker does not see its planted violation: ${name}`);
console.log(
  `boundaries: ${real.totalCruised} modules, ${real.violations.length} violations, ${expected.length - blind.length} of ${expected.length} planted ones seen`,
);
process.exitCode = real.violations.length > 0 || blind.length > 0 || real.totalCruised < 50 ? 1 : 0;
