import type { PlainDate } from "../../../calendar/plain-date.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import { readCurrency } from "../../reading/currency-unit.ts";
import type { DraftFields } from "../../reading/draft-fields.ts";
import type { Findings } from "../../reading/findings.ts";
import { instrumentOf } from "../../reading/instrument-of.ts";
import { fieldOf, type JsonObject, NumberText, textOf } from "./parse-json.ts";

/** One activity with what the file tells around it. */
export interface GhostfolioActivity {
  readonly activity: JsonObject | undefined;
  readonly line: number;
  readonly profiles: ReadonlyMap<string, JsonObject>;
  readonly dateOf: (stamp: string) => PlainDate | undefined;
}

/** Books an activity: quantity × price is its amount, and the fee comes on top. */
export function bookGhostfolioActivity(entry: GhostfolioActivity, findings: Findings): void {
  const { activity, line } = entry;
  const type = textOf(activity, "type").toUpperCase();
  const path = `activities[${line - 1}]`;
  if (fieldOf(activity, "isDraft") === true) return findings.report("ignored-row", line, draft, path);
  if (type === "LIABILITY") return findings.report("unsupported-kind", line, liability, path);
  const fields = fieldsOf(entry, findings);
  if (fields === undefined) return;
  if (type === "FEE" && !fields.fee.isZero() && !fields.quantity.times(fields.price).isZero()) {
    return findings.refuse(line, `${path}.fee`, twoAmounts);
  }
  const booked = bookingOf(type, fields, entry);
  if (booked !== undefined) return findings.book(booked);
  const message = `An activity "${type}" is not known, so it was not booked. Enter it by hand if it matters.`;
  findings.report("unknown-action", line, message, `${path}.type`);
}

const draft = "The activity is a draft and was left out. Nothing to do.";
const twoAmounts =
  "The fee states an amount twice: as fee, and as quantity and price. Set one of them to 0 and import again.";
const liability =
  "A liability is no transaction, so it was not booked. Enter it as the balance of a liability account.";

interface GhostfolioFields {
  readonly common: Pick<DraftFields, "rows" | "tradeDate" | "accountReference" | "currency" | "note">;
  readonly quantity: Decimal;
  readonly price: Decimal;
  readonly fee: Decimal;
}

/** The fields every activity needs; a wrong one is reported with its path. */
function fieldsOf(entry: GhostfolioActivity, findings: Findings): GhostfolioFields | undefined {
  const { activity, line, dateOf } = entry;
  function checked<Value>(field: string, value: Value | undefined, what: string): Value | undefined {
    if (value === undefined) {
      const message = `The field "${field}" is not ${what}. Correct it in the file and import again.`;
      findings.refuse(line, `activities[${line - 1}].${field}`, message);
    }
    return value;
  }
  const amount = (field: string): Decimal | undefined =>
    checked(field, amountIn(fieldOf(activity, field)), "a number of 0 or more");
  const tradeDate = checked("date", dateOf(textOf(activity, "date")), "a date");
  const unit = checked("currency", readCurrency(textOf(activity, "currency")), "a currency we know");
  const quantity = amount("quantity");
  const price = amount("unitPrice");
  const fee = amount("fee");
  if (tradeDate === undefined || unit === undefined || !quantity || !price || !fee) return undefined;
  const accountReference = textOf(activity, "accountId") || undefined;
  const note = textOf(activity, "comment");
  return {
    common: { rows: [line], tradeDate, accountReference, currency: unit.currency, note },
    quantity,
    price: price.dividedBy(unit.perCurrency),
    fee: fee.dividedBy(unit.perCurrency),
  };
}

function amountIn(value: unknown): Decimal | undefined {
  if (!(value instanceof NumberText) || value.text.length > 40) return undefined;
  const amount = new Decimal(value.text);
  return amount.isFinite() && !amount.isNegative() ? amount : undefined;
}

function bookingOf(
  type: string,
  { common, quantity, price, fee }: GhostfolioFields,
  entry: GhostfolioActivity,
): DraftFields | undefined {
  const product = quantity.times(price);
  switch (type) {
    case "BUY":
    case "SELL": {
      const kind = type === "BUY" ? "buy" : "sell";
      const amounts = { quantity, unitPrice: price, grossAmount: product, feeAmount: fee };
      return { ...common, kind, instrument: instrumentIn(entry, common.currency), ...amounts };
    }
    case "DIVIDEND": {
      const instrument = instrumentIn(entry, common.currency);
      return { ...common, kind: "dividend", instrument, grossAmount: product, feeAmount: fee };
    }
    case "INTEREST":
      return { ...common, kind: "interest", grossAmount: product, feeAmount: fee };
    case "FEE":
      // The amount stands in `fee`, or in older files in the price: never in both.
      return { ...common, kind: "fee", grossAmount: fee.isZero() ? product : fee };
    default:
      return undefined;
  }
}

function instrumentIn({ activity, profiles }: GhostfolioActivity, currency: string | undefined) {
  const source = textOf(activity, "dataSource");
  const ticker = textOf(activity, "symbol");
  const profile = profiles.get(`${source} ${ticker}`);
  const assetClass = source === "COINGECKO" ? "crypto" : undefined;
  return instrumentOf({ ticker, isin: textOf(profile, "isin"), name: textOf(profile, "name"), currency, assetClass });
}
