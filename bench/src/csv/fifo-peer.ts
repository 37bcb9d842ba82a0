import { calculateFIFOCapitalGains } from "fifo-capital-gains-js";
import { type GeneratedPortfolio, instrumentId } from "@portfolio/generated-portfolio";
import { checkLedger } from "../ledger/check-ledger.ts";
import { expectedLedger } from "../ledger/expected-ledger.ts";
import { atLeast, type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";
import { checkedPortfolio } from "../measure/checked-portfolio.ts";
import { type Effort, interleaved, median, medianRatio, usualEffort } from "../measure/paired-runs.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import { mustBeClose } from "../measure/wrong-answer.ts";
import { checkedCsv, replayFifo } from "./csv-rows.ts";
import { columnsFromBytes } from "./columns-from-bytes.ts";
import { columnsFromCsv } from "./read-trades.ts";

/** B8 at 10k: the bytes of a file to exact FIFO gains, beside fifo-capital-gains-js 0.1.1 from ready objects. */
export const fifoPeer: readonly Workload[] = [workloadOf(10_000, 40, usualEffort)];

/** B8 at 100k, with `--peers`: one run, since the peer takes minutes. */
export const largeFifoPeer: readonly Workload[] = [workloadOf(100_000, 500, { warmUps: 0, rounds: 1 })];

function workloadOf(transactions: number, budget: number, effort: Effort): Workload {
  const shape = shapeOf(transactions, 50, 20);
  return {
    title: `fifo-capital-gains-js ${tradesName(shape)}`,
    run: () => rowsOf(checkedPortfolio(shape), budget, effort),
  };
}

function rowsOf(portfolio: GeneratedPortfolio, budget: number, effort: Effort): BenchRow[] {
  const bytes = checkedCsv(portfolio);
  const { instruments } = portfolio.shape;
  const operations = operationsOf(portfolio);
  let peerGain = 0;
  const sides = {
    peer: () => {
      peerGain = calculateFIFOCapitalGains(operations).reduce((sum, { capitalGains }) => sum + capitalGains, 0);
    },
    ours: () => replayFifo(columnsFromBytes(bytes, portfolio.shape.transactions, instruments), instruments),
    packed: () => replayFifo(columnsFromCsv(bytes), instruments),
  };
  const expected = expectedLedger(portfolio, "fifo");
  // Warms ours up, too: only the peer is cold at 100k.
  for (let run = 0; run < 3; run++) {
    checkLedger(sides.ours(), expected);
    checkLedger(sides.packed(), expected);
  }
  const times = interleaved(sides, effort);
  const { realizedGain } = expectedLedger(
    { ...portfolio, fee: portfolio.fee.map(() => 0), shape: unpublished },
    "fifo",
  );
  mustBeClose("The gain by fifo-capital-gains-js", peerGain / 1e4, Number(realizedGain) / 1e24, 1e-9);
  const name = tradesName(portfolio.shape);
  return [
    atLeast(
      budget,
      `B8 CSV to exact FIFO gains ${name}`,
      medianRatio(times.peer, times.ours),
      "x",
      "fifo-capital-gains-js 0.1.1, from ready objects, float64, without fees",
    ),
    plainRow(`CSV to exact FIFO gains ${name}, ours`, median(times.ours), "ms"),
    plainRow(
      `CSV through packTransactions to exact FIFO gains ${name}`,
      medianRatio(times.peer, times.packed),
      "x",
      "fifo-capital-gains-js 0.1.1",
    ),
    plainRow(`CSV through packTransactions to exact FIFO gains ${name}, ours`, median(times.packed), "ms"),
    plainRow(`FIFO gains ${name}, fifo-capital-gains-js`, median(times.peer), "ms"),
  ];
}

/** No shape with published figures: the peer knows no fees, so the expected gain is replayed without them. */
const unpublished = shapeOf(0, 0, 0);

/**
 * The trades as the peer takes them. Each has a time of its own, because it leaves out purchases at the time of a sale;
 * amounts are whole numbers of 1e-4, because a crumb of a double makes it throw.
 */
function operationsOf({
  instrument,
  sign,
  quantity,
  price,
}: GeneratedPortfolio): Parameters<typeof calculateFIFOCapitalGains>[0] {
  return Array.from(instrument, (s, i) => ({
    symbol: instrumentId(s),
    date: new Date(i * 1000),
    price: price[i]! / 1e4,
    amount: quantity[i]!,
    type: sign[i] === 1 ? ("BUY" as const) : ("SELL" as const),
  }));
}
