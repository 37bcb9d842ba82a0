import type { GeneratedPortfolio, PortfolioShape } from "./generate-portfolio.ts";

/** Cost left and realized gain summed over all instruments at 1e-24, currencies mixed: a checksum, not money. */
export interface LedgerSums {
  readonly costLeft: bigint;
  readonly realizedGain: bigint;
}

/** The exact value of the last day and of all days together, in US dollars at 1e-14. */
export interface DailySums {
  readonly lastDay: bigint;
  readonly sumOfDays: bigint;
}

/** What a generated portfolio of 20 years must be, and what must come out of it. Published, so that others can check. */
export interface CheckValues {
  /** The first 16 hex digits of the SHA-256 of the trades, column after column. */
  readonly hash: string;
  /** At 1e-4. */
  readonly quantityLeft: bigint;
  /** Not published for a million trades: bench replays those with exact fractions of its own. */
  readonly averageCost?: LedgerSums;
  readonly fifo?: LedgerSums;
  readonly daily?: DailySums;
}

const known: Readonly<Record<string, CheckValues>> = {
  "1k/50/20": {
    hash: "ad9c6d138d22a59b",
    quantityLeft: 188202200n,
    averageCost: { costLeft: 7764295928847746301527052500637n, realizedGain: 1503063309157776301527052500637n },
    fifo: { costLeft: 7713707657363421767144532415488n, realizedGain: 1452475037673451767144532415488n },
    daily: { lastDay: 704206821102543240808n, sumOfDays: 3550404587969666742161772n },
  },
  "10k/50/20": {
    hash: "24293d4b65d18d93",
    quantityLeft: 185373343n,
    averageCost: { costLeft: 8156221471839570743568228583896n, realizedGain: 4396611626412800743568228583896n },
    fifo: { costLeft: 8122406354067305075293178685070n, realizedGain: 4362796508640535075293178685070n },
    daily: { lastDay: 754304929812943390590n, sumOfDays: 3903595380502365283423544n },
  },
  "100k/50/20": {
    hash: "018d1f8e489001b6",
    quantityLeft: 145882776n,
    averageCost: { costLeft: 7078539568349145703403856417602n, realizedGain: 3458559722012295703403856417602n },
    fifo: { costLeft: 7080564363018076473405051300879n, realizedGain: 3460584516681226473405051300879n },
    daily: { lastDay: 601283506241886266352n, sumOfDays: 3858215544545203671480375n },
  },
  "100k/500/20": {
    hash: "caaa6f64745f5cbc",
    quantityLeft: 1441126444n,
    averageCost: { costLeft: 61729322431660065780711022369090n, realizedGain: 24517541863496215780711022369090n },
    fifo: { costLeft: 61922423329885937015947703224693n, realizedGain: 24710642761722087015947703224693n },
    daily: { lastDay: 5257681858986774752291n, sumOfDays: 29935035971632511556061873n },
  },
  "1000k/50/20": { hash: "e0fae17910d187fe", quantityLeft: 152286940n },
  "1000k/500/20": { hash: "ab32a93b5ea8e102", quantityLeft: 1483821160n },
};

/** The shape as it is written beside figures: "100k/50/20". */
export function shapeName({ transactions, instruments, years }: PortfolioShape): string {
  return `${transactions / 1000}k/${instruments}/${years}`;
}

/** The published values of a portfolio; undefined for a shape that has none. */
export function checkValuesOf({ shape }: Pick<GeneratedPortfolio, "shape">): CheckValues | undefined {
  return known[shapeName(shape)];
}
