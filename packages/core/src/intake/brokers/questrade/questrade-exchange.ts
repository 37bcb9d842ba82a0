import type { Findings } from "../../reading/findings.ts";
import { bookExchangeLegs } from "../../reading/exchange-legs.ts";
import type { QuestradeRow } from "./questrade-row.ts";
import { sharedFields } from "./questrade-trade.ts";

/** Books the two rows of each currency exchange as one transaction. */
export function bookQuestradeExchanges(rows: readonly QuestradeRow[], findings: Findings): void {
  const legs = rows.map((row) => ({
    fields: sharedFields(row),
    amount: row.net,
    currency: row.currency,
    key: `${row.account} ${row.tradeDate} ${row.description}`,
  }));
  bookExchangeLegs(legs, findings);
}
