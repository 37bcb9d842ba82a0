import { Decimal } from "../../../numbers/decimal.ts";
import type { ActivityRow } from "../../brokers/activity/activity-row.ts";
import { parseDate } from "../../csv/date-style.ts";
import { readCurrency } from "../../reading/currency-unit.ts";
import type { Findings } from "../../reading/findings.ts";
import { elementAt, type OfxElement, textAt } from "./ofx-element.ts";
import type { OfxEntry } from "./ofx-statement.ts";

/** Where the parts of a transaction stand that all kinds share. */
export interface OfxPlaces {
  /** The aggregate with amounts: INVBUY in BUYSTOCK, else the transaction itself. */
  readonly body: OfxElement;
  /** The aggregate with id, date and memo. */
  readonly head: OfxElement | undefined;
  readonly dateTag: "DTTRADE" | "DTPOSTED";
  readonly amountTag: "TOTAL" | "TRNAMT";
}

/** Reads a transaction into the row that activities are booked from; undefined when a cell is refused. */
export function ofxRow(
  { element, account, currency }: OfxEntry,
  { body, head, dateTag, amountTag }: OfxPlaces,
  line: number,
  securities: ReadonlyMap<string, OfxElement>,
  findings: Findings,
): ActivityRow | undefined {
  const refuse = (tag: string, what: string): undefined => {
    const message = `"${textAt(body, tag) || textAt(head, tag)}" under ${tag} is not ${what}. Correct it in the file and import again.`;
    findings.refuse(line, tag, message);
  };
  const number = (tag: string): Decimal | undefined => {
    const cell = textAt(body, tag);
    return cell === "" ? undefined : (ofxNumber(cell) ?? refuse(tag, "a number"));
  };
  const cost = (...tags: readonly string[]): Decimal =>
    tags.reduce((sum, tag) => sum.plus(number(tag)?.abs() ?? 0), new Decimal(0));
  const date = ofxDate(textAt(head, dateTag)) ?? refuse(dateTag, "a date");
  // CURRENCY says that the amounts are in it; ORIGCURRENCY only where they came from.
  const unit = readCurrency(textAt(body, "CURRENCY", "CURSYM") || currency) ?? refuse("CURDEF", "a currency we know");
  const row: Omit<ActivityRow, "date"> = {
    line,
    columns: { action: element.tag, quantity: "UNITS", price: "UNITPRICE", net: amountTag },
    time: undefined,
    settlementDate: ofxDate(textAt(head, "DTSETTLE")),
    account,
    action: element.tag.toLowerCase(),
    ...securityOf(body, securities),
    description: [textAt(head, "NAME"), textAt(head, "MEMO")].filter(Boolean).join(", "),
    exchange: "",
    assetClass: undefined,
    id: textAt(head, "FITID"),
    quantity: number("UNITS"),
    price: number("UNITPRICE"),
    gross: undefined,
    net: number(amountTag),
    foreignGross: undefined,
    fee: cost("COMMISSION", "FEES", "LOAD", "TAXES"),
    foreignFee: undefined,
    tax: cost("WITHHOLDING", "STATEWITHHOLDING"),
    // Of a bond it stands beside the purchase, not in it.
    accrued: ofxNumber(textAt(element, "ACCRDINT"))?.abs(),
    rate: undefined,
    toAmount: undefined,
    unit,
    priceUnit: undefined,
    toUnit: undefined,
  };
  return date === undefined || findings.isRefused(line) ? undefined : { ...row, date };
}

/** A sign, digits, one point or comma: OFX has no groups. */
export function ofxNumber(text: string): Decimal | undefined {
  if (text.length > 40 || !/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(text)) return undefined;
  return new Decimal(text.replace(",", ".").replace("+", ""));
}

/** `20260105120000.000[-5:EST]` is 5 January: the date in the zone of the broker. */
export function ofxDate(text: string): ActivityRow["settlementDate"] {
  const digits = /^(\d{8})(?:\d{4}(?:\d{2}(?:\.\d+)?)?)?(?:\[[^\]]*\])?$/.exec(text)?.[1];
  return digits === undefined ? undefined : parseDate(digits, "YMD")?.date;
}

function securityOf(
  body: OfxElement,
  securities: ReadonlyMap<string, OfxElement>,
): Pick<ActivityRow, "symbol" | "isin" | "name"> {
  const id = textAt(elementAt(body, "SECID"), "UNIQUEID");
  const described = securities.get(id);
  const isIsin = textAt(body, "SECID", "UNIQUEIDTYPE").toUpperCase() === "ISIN";
  return {
    symbol: textAt(described, "TICKER") || (isIsin ? "" : id),
    isin: isIsin ? id : "",
    name: textAt(described, "SECNAME"),
  };
}
