import type { HoldingsSnapshot } from "@portfolio/core";

/** What the total leaves out for one reason: names, what is missing, and whether a typed price mends it. */
export interface LeftOutNote {
  readonly names: readonly string[];
  readonly sentence: string;
  readonly isPrice: boolean;
}

/** One note per reason for what the total value leaves out; prices first, because they can be typed. */
export function leftOutNotes({ leftOut, holdings, baseCurrency }: HoldingsSnapshot): LeftOutNote[] {
  const nameOf = ({ instrumentId, currency }: HoldingsSnapshot["leftOut"][number]): string => {
    const row = holdings.find((holding) => holding.instrumentId === instrumentId);
    return row?.ticker ?? row?.name ?? `Cash in ${currency ?? "another currency"}`;
  };
  const named = (isPrice: boolean): string[] => [
    ...new Set(leftOut.filter(({ reason }) => (reason === "missing-rate") !== isPrice).map(nameOf)),
  ];
  const [unpriced, unconverted] = [named(true), named(false)];
  return [
    { names: unpriced, sentence: "left out of the total: no price is known.", isPrice: true },
    {
      names: unconverted,
      sentence: `left out of the total: no exchange rate to ${baseCurrency} is known. It is fetched when the price server can be reached.`,
      isPrice: false,
    },
  ].filter(({ names }) => names.length > 0);
}
