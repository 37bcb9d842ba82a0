import { parseNumber } from "../../csv/number-style.ts";
import { readCurrency } from "../../reading/currency-unit.ts";
import type { StatementCash } from "../../reading/delimited-file.ts";
import type { StatementSection } from "./statement-sections.ts";

/** The cash at the end of the statement, by currency: the rows `Ending Cash` of the Cash Report. */
export function endingCash(sections: readonly StatementSection[]): readonly StatementCash[] {
  return sections.flatMap(({ name, header, rows }) => {
    if (name !== "cash report") return [];
    const at = (column: string): number => header.cells.findIndex((cell) => cell.trim().toLowerCase() === column);
    const [currency, total] = [at("currency"), at("total")];
    return rows.flatMap(({ cells }) => {
      const unit = readCurrency(cells[currency] ?? "");
      const amount = parseNumber(cells[total] ?? "", "point");
      if (!/^ending cash$/i.test(cells[2]?.trim() ?? "") || !unit || !amount) return [];
      return [{ currency: unit.currency, amount: amount.toString() }];
    });
  });
}
