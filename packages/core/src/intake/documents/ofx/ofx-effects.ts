import type { ActivityEffect } from "../../brokers/activity/activity-preset.ts";
import type { OfxElement } from "./ofx-element.ts";
import { elementAt, textAt } from "./ofx-element.ts";
import type { OfxPlaces } from "./ofx-row.ts";

/** What a transaction does, and where its parts stand; undefined when we do not know its tag. */
export interface OfxEffect extends OfxPlaces {
  readonly effect: ActivityEffect | "reinvested" | "ratio-split";
}

const incomeEffects: Readonly<Record<string, ActivityEffect>> = {
  DIV: "dividend",
  CGLONG: "dividend",
  CGSHORT: "dividend",
  INTEREST: "interest",
};

const bankEffects: Readonly<Record<string, ActivityEffect>> = {
  INT: "interest",
  FEE: "fee",
  SRVCHG: "fee",
  XFER: "transfer",
};

const bankMovements: ReadonlySet<string> = new Set(
  "CREDIT DEBIT DEP ATM POS CHECK PAYMENT CASH DIRECTDEP DIRECTDEBIT REPEATPMT OTHER".split(" "),
);

/** Tells the effect of a transaction by its tag and type. */
export function ofxEffect(element: OfxElement): OfxEffect | undefined {
  const { tag } = element;
  const bank = tag === "INVBANKTRAN" ? elementAt(element, "STMTTRN") : tag === "STMTTRN" ? element : undefined;
  if (bank !== undefined) return ofBank(bank);
  const body = elementAt(element, "INVBUY") ?? elementAt(element, "INVSELL") ?? element;
  const places = { body, head: elementAt(body, "INVTRAN"), dateTag: "DTTRADE", amountTag: "TOTAL" } as const;
  const effect = ofInvestment(element);
  return effect === undefined ? undefined : { ...places, effect };
}

function ofBank(bank: OfxElement): OfxEffect | undefined {
  const type = textAt(bank, "TRNTYPE").toUpperCase();
  const effect = Object.hasOwn(bankEffects, type) ? bankEffects[type] : bankMovements.has(type) ? "cash" : undefined;
  return effect === undefined
    ? undefined
    : { effect, body: bank, head: bank, dateTag: "DTPOSTED", amountTag: "TRNAMT" };
}

function ofInvestment(element: OfxElement): OfxEffect["effect"] | undefined {
  const { tag } = element;
  if (/^(BUY|SELL)OPT$|^CLOSUREOPT$/.test(tag)) return "unsupported";
  if (/^BUY(STOCK|MF|DEBT|OTHER)$/.test(tag)) return "buy";
  if (/^SELL(STOCK|MF|DEBT|OTHER)$/.test(tag)) return "sell";
  if (tag === "INCOME") return incomeEffects[textAt(element, "INCOMETYPE").toUpperCase()];
  if (tag === "TRANSFER") return transferEffects[textAt(element, "TFERACTION").toUpperCase()];
  return Object.hasOwn(otherEffects, tag) ? otherEffects[tag] : undefined;
}

const transferEffects: Readonly<Record<string, ActivityEffect>> = { IN: "delivery-in", OUT: "delivery-out" };

const otherEffects: Readonly<Record<string, OfxEffect["effect"]>> = {
  REINVEST: "reinvested",
  INVEXPENSE: "fee",
  MARGININTEREST: "interest-charge",
  RETOFCAP: "return-of-capital",
  SPLIT: "ratio-split",
  JRNLFUND: "ignored",
  JRNLSEC: "ignored",
};
