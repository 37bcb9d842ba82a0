import type { OfxElement } from "./ofx-element.ts";
import { elementsNamed, textAt } from "./ofx-element.ts";

/** One transaction of a statement, with what the statement says of all of them. */
export interface OfxEntry {
  readonly element: OfxElement;
  readonly account: string;
  readonly currency: string;
}

const statements: ReadonlySet<string> = new Set(["INVSTMTRS", "STMTRS", "CCSTMTRS"]);
const lists: ReadonlySet<string> = new Set(["INVTRANLIST", "BANKTRANLIST"]);
const accounts: ReadonlySet<string> = new Set(["INVACCTFROM", "BANKACCTFROM", "CCACCTFROM"]);

/** Every transaction of every statement in a file, in its order. */
export function entriesOf(document: OfxElement): readonly OfxEntry[] {
  return elementsNamed(document, statements).flatMap((statement) => {
    const account = textAt(elementsNamed(statement, accounts)[0], "ACCTID");
    const currency = textAt(statement, "CURDEF");
    const items = elementsNamed(statement, lists).flatMap(({ children }) => children);
    // Beside transactions a list has the dates of its range, which are leaves.
    return items.filter(({ children }) => children.length > 0).map((element) => ({ element, account, currency }));
  });
}

/** The securities that a file describes, by their id. */
export function securitiesOf(document: OfxElement): ReadonlyMap<string, OfxElement> {
  const known = elementsNamed(document, new Set(["SECINFO"]));
  return new Map(known.map((security) => [textAt(security, "SECID", "UNIQUEID"), security]));
}
