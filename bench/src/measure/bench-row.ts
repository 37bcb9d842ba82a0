/** One measured figure; `name` begins with the budget's id where there is one, `ratioTo` names the baseline. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: "x" | "ms" | "ns" | "kB" | "MB" | "B" | "relative";
  readonly budget: string | null;
  readonly ratioTo: string | null;
  readonly pass: boolean | null;
}

/** Part of the benchmarks that is run and tried again as a whole. */
export interface Workload {
  readonly title: string;
  /** Throws `WrongAnswerError` before any time when a result is not what it has to be. */
  run(): Promise<BenchRow[]> | BenchRow[];
}

/** A row without a budget. */
export function plainRow(name: string, value: number, unit: BenchRow["unit"], ratioTo: string | null = null): BenchRow {
  return { name, value, unit, budget: null, ratioTo, pass: null };
}

/** A row that has to be at least the budget. */
export function atLeast(
  budget: number,
  name: string,
  value: number,
  unit: BenchRow["unit"],
  ratioTo: string | null = null,
): BenchRow {
  return { name, value, unit, budget: `>= ${rounded(budget)}`, ratioTo, pass: value >= budget };
}

/** A row that must not exceed the budget. */
export function atMost(
  budget: number,
  name: string,
  value: number,
  unit: BenchRow["unit"],
  ratioTo: string | null = null,
): BenchRow {
  return { name, value, unit, budget: `<= ${rounded(budget)}`, ratioTo, pass: value <= budget };
}

/** A Markdown table of rows. */
export function tableOf(rows: readonly BenchRow[]): string {
  const verdict = ({ pass }: BenchRow): string => (pass === null ? "" : pass ? "yes" : "**no**");
  return [
    "| What | Value | Budget | Over what | Within |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map(
      (row) =>
        `| ${row.name} | ${rounded(row.value)} ${row.unit} | ${row.budget ?? ""} | ${row.ratioTo ?? ""} | ${verdict(row)} |`,
    ),
  ].join("\n");
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
