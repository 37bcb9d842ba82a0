import { addDays, plainDate, type PlainDate } from "../calendar/plain-date.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/** The first day of a tax year: { month: 1, day: 1 } for the calendar year, { month: 4, day: 6 } in the United Kingdom. */
export interface TaxYearStart {
  readonly month: number;
  readonly day: number;
}

/** A tax year by its days, both included; the label is "2025", or "2025/26" for one that ends in the next year. */
export interface TaxYear {
  readonly label: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * The tax year a date lies in.
 *
 * @throws {PortfolioError} `invalid-date`: the date is none, or the start is no day of every year
 * @see docs/methods/tax.md
 * @example
 * taxYearOf("2026-04-05", { month: 4, day: 6 });
 * // => { label: "2025/26", from: "2025-04-06", to: "2026-04-05" }
 */
export function taxYearOf(date: PlainDate, start: TaxYearStart): TaxYear {
  const day = startDay(start);
  const year = Number(plainDate(date).slice(0, 4));
  const first = date.slice(5) >= day ? year : year - 1;
  const next = first + 1;
  const label = day === "01-01" ? fourDigits(first) : `${fourDigits(first)}/${String(next % 100).padStart(2, "0")}`;
  return { label, from: `${fourDigits(first)}-${day}`, to: addDays(`${fourDigits(next)}-${day}`, -1) };
}

function startDay({ month, day }: TaxYearStart): string {
  const text = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  try {
    // A common year: 29 February begins no tax year.
    return plainDate(`2025-${text}`).slice(5);
  } catch {
    throw new PortfolioError(
      "invalid-date",
      `A tax year cannot begin on month ${month}, day ${day}. Give a day that every year has, such as { month: 4, day: 6 }.`,
      { month, day },
    );
  }
}

function fourDigits(year: number): string {
  return String(year).padStart(4, "0");
}
