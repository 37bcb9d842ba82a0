import type { TaxAcquisition, TaxDisposal, TaxTrade } from "@portfolio/core/tax";

/** Where a row of a test belongs unless it says otherwise. */
const place = { instrument: "share", account: "broker" };

/** A purchase; the transaction is named by its date unless it says otherwise. */
export function bought(
  date: string,
  quantity: string,
  cost: string,
  more: Partial<TaxAcquisition> = {},
): TaxAcquisition {
  return { ...place, kind: "acquisition", transaction: `buy ${date}`, date, quantity, cost, ...more };
}

/** A sale. */
export function sold(date: string, quantity: string, proceeds: string, more: Partial<TaxDisposal> = {}): TaxDisposal {
  return { ...place, kind: "disposal", transaction: `sell ${date}`, date, quantity, proceeds, ...more };
}

/** So many new units for one old. */
export function split(date: string, numerator: string, denominator = "1"): TaxTrade {
  return { ...place, kind: "split", transaction: `split ${date}`, date, ratio: { numerator, denominator } };
}

/** Capital paid back. */
export function paidBack(date: string, amount: string, more: Partial<TaxTrade> = {}): TaxTrade {
  return { ...place, kind: "capital-return", transaction: `return ${date}`, date, amount, ...more } as TaxTrade;
}

/** Income a fund keeps. */
export function kept(date: string, amount: string): TaxTrade {
  return { ...place, kind: "accumulation", transaction: `kept ${date}`, date, amount };
}

/** Units that leave without a sale. */
export function left(date: string, quantity: string): TaxTrade {
  return { ...place, kind: "departure", transaction: `left ${date}`, date, quantity };
}

/** A move to another account of the person. */
export function moved(date: string, quantity: string, toAccount: string): TaxTrade {
  return { ...place, kind: "transfer", transaction: `move ${date}`, date, quantity, toAccount };
}
