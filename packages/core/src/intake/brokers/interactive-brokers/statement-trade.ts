import type { PlainDate } from "../../../calendar/plain-date.ts";
import type { CurrencyCode } from "../../../money/currency.ts";
import type { Decimal } from "../../../numbers/decimal.ts";

/** A row of the table "Trades" with its cells read; quantity and proceeds signed as printed. */
export interface StatementTrade {
  readonly line: number;
  readonly category: string;
  readonly currency: CurrencyCode;
  readonly account: string | undefined;
  readonly symbol: string;
  readonly date: PlainDate;
  readonly time: string | undefined;
  readonly quantity: Decimal;
  readonly price: Decimal | undefined;
  readonly proceeds: Decimal;
  readonly commission: Decimal;
  readonly commissionCurrency: CurrencyCode;
  readonly basis: Decimal | undefined;
  readonly codes: readonly string[];
}
