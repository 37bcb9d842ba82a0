import type { Findings } from "../../reading/findings.ts";
import type { InstrumentList } from "./instrument-list.ts";
import type { StatementSection } from "./statement-sections.ts";

/** What every section reader of one statement needs. */
export interface StatementReading {
  readonly sections: readonly StatementSection[];
  readonly instruments: InstrumentList;
  readonly findings: Findings;
  /** The account of the statement, when it is for one. */
  readonly account: string | undefined;
}

/** The sections with one of these names, in the file's order. */
export function sectionsNamed(
  { sections }: StatementReading,
  ...names: readonly string[]
): readonly StatementSection[] {
  return sections.filter(({ name }) => names.includes(name));
}
