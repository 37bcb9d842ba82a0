// A process of its own: replays a generated portfolio once and prints what that holds.
import { type LedgerInput, replayLedger } from "@portfolio/core";
import { generatePortfolio, type PortfolioShape } from "@portfolio/generated-portfolio";
import { checkLedger } from "../../ledger/check-ledger.ts";
import { type ExpectedLedger, expectedLedger } from "../../ledger/expected-ledger.ts";
import { replayInput, type ReplayRun } from "../../ledger/replay-rows.ts";
import { heldMemory, peakMemory } from "../held-memory.ts";

/** Bytes held by the packed columns and by the ledger, and the peak of the process until the ledger stood. */
export interface ReplayMemory {
  readonly columns: number;
  readonly ledger: number;
  readonly peak: number;
}

interface Question {
  readonly shape: PortfolioShape;
  readonly method: ReplayRun["method"];
}

/** The portfolio itself is let go of, as an app has only the columns. The check comes after the peak is read. */
function inputOf({ shape, method }: Question): { input: LedgerInput; expected: () => ExpectedLedger } {
  const expected = (): ExpectedLedger => expectedLedger(generatePortfolio(shape), method);
  return { input: replayInput({ ...generatePortfolio({ ...shape }) }, method), expected };
}

const question = JSON.parse(process.argv[2]!) as Question;
const empty = heldMemory();
const { input, expected } = inputOf(question);
const withColumns = heldMemory();
const ledger = replayLedger(input);
const peak = peakMemory();
const withLedger = heldMemory();
checkLedger(ledger, expected());
const answer: ReplayMemory = { columns: withColumns - empty, ledger: withLedger - withColumns, peak };
process.stdout.write(JSON.stringify(answer));
