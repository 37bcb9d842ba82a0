import { toEpochDay } from "../calendar/plain-date.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import { type CashEffect, cashEffects } from "../ledger/cash-effect.ts";
import { negatedOf, sumOf } from "./derive.ts";
import { decimalDifferenceOf, decimalProductOf, decimalSumOf } from "./derive-decimal.ts";
import { headOf } from "./trail-node.ts";
import { explainGross } from "./explain-amount.ts";
import { explainMovement } from "./explain-cash.ts";
import type { OnDate } from "./explain-market-value.ts";
import { explainRate, recordedRate } from "./explain-rate.ts";
import { explainCashValues } from "./explain-total-value.ts";
import { type Explanation, kindOf, partsOf } from "./explanation.ts";
import type { Trail } from "./trail.ts";

/** Value of cash at the end less that at the start less all that moved, each at the rate it was booked at. */
export function explainCurrencyGainOnCash(x: Explanation, query: OnDate): Trail {
  const { baseCurrency: base } = x.ledger;
  const { after, on } = query;
  const valueOn = (date: string): Trail =>
    decimalSumOf(headOf("cash-value-on", { date }, base), explainCashValues(x, { ...query, on: date }));
  const start = after === undefined ? sumOf(headOf("nothing", {}, base), []) : valueOn(after);
  const head = headOf("currency-gain-on-cash", {}, base);
  return decimalDifferenceOf(head, [valueOn(on), start, explainMoved(x, query)]);
}

function explainMoved(x: Explanation, query: OnDate): Trail {
  const { ledger } = x;
  const { columns } = ledger;
  const after = query.after === undefined ? -Infinity : toEpochDay(query.after);
  const on = toEpochDay(query.on);
  const wanted = accountFilter(ledger, query);
  const effects = cashEffects(ledger).filter(
    ({ row, account, isCounterpart }) =>
      columns.day[row]! > after && columns.day[row]! <= on && wanted(account) && isCounterpart !== true,
  );
  const inputs = effects.map((effect) => movedValue(x, effect));
  return decimalSumOf(headOf("cash-moved", {}, ledger.baseCurrency), inputs);
}

/** Flows count at the rate of their day, all else at the broker's where one was recorded; an exchange by its charges alone. */
function movedValue(x: Explanation, effect: CashEffect): Trail {
  const { row, currency } = effect;
  const { baseCurrency: base, columns } = x.ledger;
  const amount = withoutExchanged(x, effect);
  const head = headOf("cash-movement-in-base", { ...partsOf(x, row), base }, base);
  if (currency === base) return amount;
  const ofDay = explainRate(x, currency, base, columns.day[row]!)!;
  const recorded = recordedRate(x, row, currency);
  if (recorded === undefined) return decimalProductOf(head, [amount, ofDay]);
  const flow = flowOf(x, row);
  if (flow === undefined) return decimalProductOf(head, [amount, recorded]);
  const rest = decimalDifferenceOf(headOf("cash-without-flow", {}, currency), [amount, flow]);
  return decimalSumOf(head, [
    decimalProductOf(headOf("cash-without-flow", {}, base), [rest, recorded]),
    decimalProductOf(headOf("flow-in-base", { ...partsOf(x, row), base }, base), [flow, ofDay]),
  ]);
}

function withoutExchanged(x: Explanation, effect: CashEffect): Trail {
  const amount = explainMovement(x, effect);
  const gross = kindOf(x, effect.row) === "currency-exchange" ? explainGross(x, effect.row) : undefined;
  if (gross === undefined) return amount;
  return sumOf(headOf("cash-without-flow", {}, effect.currency), [amount, gross]);
}

/** The gross of a deposit, a withdrawal or a transfer of cash, positive into the account; undefined for other movements. */
function flowOf(x: Explanation, row: number): Trail | undefined {
  const kind = kindOf(x, row);
  const isFlow = kind === "deposit" || kind === "withdrawal" || kind === "transfer-in" || kind === "transfer-out";
  const gross = isFlow && x.ledger.columns.instrument[row]! < 0 ? explainGross(x, row) : undefined;
  if (gross === undefined || gross.value === "0") return undefined;
  const isIn = kind === "deposit" || kind === "transfer-in";
  return isIn ? gross : negatedOf(headOf("signed-out", {}, gross.currency), gross);
}
