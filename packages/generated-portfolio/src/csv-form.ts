import type { GeneratedPortfolio } from "./generate-portfolio.ts";

/** How long the CSV form is, and what its SHA-256 begins with. */
export interface CsvForm {
  readonly bytes: number;
  readonly hash: string;
}

/** The CSV form of 50 instruments over 20 years, by the number of trades. */
export const publishedCsvForms: Readonly<Record<number, CsvForm>> = {
  1_000: { bytes: 32_170, hash: "f26cc414ed8d45ed" },
  10_000: { bytes: 322_148, hash: "a0d2aa6a147324ed" },
  100_000: { bytes: 3_221_934, hash: "03f4af3bff05e3ba" },
};

/**
 * The trades as a file: `day,sym,side,qty,price,fee`, the day counted from day 0, the side 1 or -1, decimals with 4, 4
 * and 2 digits, a line feed after each line.
 */
export function csvBytesOf({ day, instrument, sign, quantity, price, fee }: GeneratedPortfolio): Uint8Array {
  const lines = Array.from(day, (d, i) =>
    [
      d,
      instrument[i]!,
      sign[i]!,
      decimalText(quantity[i]!, 4),
      decimalText(price[i]!, 4),
      decimalText(fee[i]!, 2),
    ].join(","),
  );
  return new TextEncoder().encode(`day,sym,side,qty,price,fee\n${lines.join("\n")}\n`);
}

/** An integer at a scale as decimal text. */
export function decimalText(digits: number, scale: number): string {
  const text = String(digits).padStart(scale + 1, "0");
  return `${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
