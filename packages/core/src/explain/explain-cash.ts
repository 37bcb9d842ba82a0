import { toEpochDay } from "../calendar/plain-date.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import { cashDirection, type CashEffect, cashEffects, movesGross } from "../ledger/cash-effect.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { negatedOf, sumOf } from "./derive.ts";
import { confirmed, headOf, textOf } from "./trail-node.ts";
import { explainCharges, explainGross } from "./explain-amount.ts";
import { accountParts } from "./explain-quantity.ts";
import { type Explanation, partsOf } from "./explanation.ts";
import { statedField } from "./leaf.ts";
import type { Trail } from "./trail.ts";

/** Cash of one currency, account by account: every movement in order. */
export function explainCash(x: Explanation, currency: CurrencyCode, query: LedgerQuery): Trail {
  const inputs = [...accountsWithCash(x, currency, query)].map(([account, effects]) =>
    accountCash(x, account, effects),
  );
  return sumOf(headOf("cash-balance", { currency }, currency), inputs);
}

/** Cash of one currency in one account. */
export function accountCash(x: Explanation, account: number, effects: readonly CashEffect[]): Trail {
  const head = headOf("account-cash", accountParts(x, account), effects[0]?.currency);
  return sumOf(
    head,
    effects.map((effect) => explainMovement(x, effect)),
  );
}

/** The movements of one currency until a date, by account. */
export function accountsWithCash(
  { ledger }: Explanation,
  currency: CurrencyCode,
  query: LedgerQuery,
): Map<number, CashEffect[]> {
  const on = query.on === undefined ? Infinity : toEpochDay(query.on);
  const wanted = accountFilter(ledger, query);
  const byAccount = new Map<number, CashEffect[]>();
  for (const effect of cashEffects(ledger)) {
    if (effect.currency !== currency || !wanted(effect.account) || ledger.columns.day[effect.row]! > on) continue;
    const effects = byAccount.get(effect.account);
    if (effects === undefined) byAccount.set(effect.account, [effect]);
    else effects.push(effect);
  }
  return byAccount;
}

/** One movement of cash: gross and accrued interest in their direction, less fee and tax. */
export function explainMovement(x: Explanation, effect: CashEffect): Trail {
  const { row, currency } = effect;
  const parts = partsOf(x, row);
  const details = x.ledger.columns.details.get(row);
  const head = headOf("cash-movement", parts, currency);
  if (effect.isCounterpart === true)
    return sumOf(head, [statedField(x, row, "toAmount", details!.toAmount!, "exchanged-stated", "money", currency)]);
  const { columns } = x.ledger;
  const gross = movesGross(columns, row) ? explainGross(x, row) : undefined;
  const accrued =
    details?.accruedInterest === undefined
      ? undefined
      : statedField(x, row, "accruedInterest", details.accruedInterest, "accrued-stated", "money", currency);
  const moved = [gross, accrued].filter((input) => input !== undefined);
  const signed =
    cashDirection(columns, row) > 0n
      ? moved
      : moved.map((input) => negatedOf(headOf("signed-out", {}, currency), input));
  return confirmed(sumOf(head, [...signed, ...explainCharges(x, row, true, true, true)]), textOf(effect.amount));
}
