import { headerName } from "../csv/header.ts";
import type { ColumnMapping, ColumnSource, MappedField } from "./column-mapping.ts";

/** Names that columns of other programs' files go by. */
const synonyms: Readonly<Record<MappedField, readonly string[]>> = {
  tradeDate: ["date", "tradedate", "trade date", "transaction date", "trade_date", "transaction_date", "datetime"],
  time: ["time", "trade time"],
  settlementDate: ["settlement date", "settlementdate", "settle date", "value date", "settlement_date"],
  kind: ["type", "action", "buy/sell", "kind", "transaction type", "activity type", "activitytype", "side"],
  ticker: ["symbol", "ticker", "code", "ticker symbol", "instrument code"],
  isin: ["isin", "isin code"],
  name: ["name", "security name", "security", "instrument", "product", "description"],
  quantity: ["quantity", "qty", "shares", "units", "no. of shares", "volume"],
  unitPrice: [
    "price",
    "unit price",
    "unitprice",
    "price / share",
    "price per share",
    "share price",
    "tradeprice",
    "unit_price",
  ],
  grossAmount: ["gross amount", "gross", "amount", "value", "grossamount", "trade value"],
  netAmount: ["net amount", "net", "total", "netamount", "total amount", "net cash"],
  feeAmount: ["fee", "fees", "commission", "ibcommission", "brokerage", "commissions", "fees & comm"],
  taxAmount: ["tax", "taxes", "withholding tax"],
  currency: ["currency", "ccy", "currencyprimary", "transaction currency"],
  ratio: ["ratio", "split ratio"],
  account: ["account", "accountid", "account id", "account number", "account #", "portfolio"],
  externalId: ["id", "transaction id", "order id", "reference", "trade id", "tradeid"],
  note: ["note", "notes", "comment", "comments"],
};

/**
 * Proposes a mapping by the names of the columns; each column serves one field, the first name that fits wins.
 *
 * Shape: `header` as printed. A currency in a header, `Total (GBP)`, becomes the default currency.
 */
export function suggestMapping(header: readonly string[]): ColumnMapping {
  const names = header.map(headerName);
  const fields: Partial<Record<MappedField, ColumnSource>> = {};
  const taken = new Set<number>();
  for (const [field, known] of Object.entries(synonyms) as [MappedField, readonly string[]][]) {
    const position = known
      .map((name) => names.findIndex((printed, at) => printed.name === name && !taken.has(at)))
      .find((at) => at >= 0);
    if (position === undefined) continue;
    fields[field] = position;
    taken.add(position);
  }
  const currency = names.find((name) => name.currency !== undefined)?.currency;
  return currency === undefined || fields.currency !== undefined ? { fields } : { fields, defaultCurrency: currency };
}
