// A process of its own: does the whole work of a generated portfolio once and prints what it took.
import { generatePortfolio, type PortfolioShape } from "@portfolio/generated-portfolio";
import { checkWholeWork } from "../../whole/check-whole-work.ts";
import { wholeInputOf, wholeWork } from "../../whole/whole-work.ts";
import { peakMemory } from "../held-memory.ts";

/** The first run in a fresh process, and the peak of the process up to its end, the portfolio included. */
export interface WholeWorkCost {
  readonly firstRunMs: number;
  readonly peak: number;
}

const portfolio = generatePortfolio(JSON.parse(process.argv[2]!) as PortfolioShape);
const input = wholeInputOf(portfolio);
const start = performance.now();
const work = wholeWork(input);
const answer: WholeWorkCost = { firstRunMs: performance.now() - start, peak: peakMemory() };
checkWholeWork(work, portfolio);
process.stdout.write(JSON.stringify(answer));
