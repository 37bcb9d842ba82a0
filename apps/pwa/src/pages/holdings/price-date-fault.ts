/** What is wrong with the day a typed price is of, in words; empty when nothing is. Dates are ISO, so they compare as text. */
export function priceDateFault(date: string, today: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return "Choose the day the price is of.";
  if (date < "1900-01-01") return "Choose a day from 1900 on.";
  return date > today ? "This day is still to come. Choose today or an earlier day." : "";
}
