import type { Findings } from "../../reading/findings.ts";
import { asObject, fieldOf, itemsOf, type JsonObject, NumberText, textOf } from "./parse-json.ts";

/** Tells of cash balances: Ghostfolio keeps them without the movements that made them. */
export function reportGhostfolioBalances(document: JsonObject, findings: Findings): void {
  for (const [index, item] of itemsOf(fieldOf(document, "accounts")).entries()) {
    const account = asObject(item);
    const balance = asObject(itemsOf(fieldOf(account, "balances")).at(-1));
    const value = fieldOf(balance, "value");
    if (!(value instanceof NumberText) || Number(value.text) === 0) continue;
    const amount = `${value.text} ${textOf(account, "currency")}`.trim();
    const message =
      `The account "${textOf(account, "name")}" has a cash balance of ${amount} without the movements behind it. ` +
      "Add one deposit that explains it, if you keep cash.";
    findings.reportPlace("balance-without-flow", `accounts[${index}].balances`, message);
  }
}
