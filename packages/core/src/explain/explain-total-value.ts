import { toEpochDay } from "../calendar/plain-date.ts";
import { cashBalancesOn } from "../holdings/cash-balance.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import { decimalProductOf, decimalSumOf } from "./derive-decimal.ts";
import { headOf } from "./trail-node.ts";
import { accountCash, accountsWithCash } from "./explain-cash.ts";
import { explainMarketValue, type OnDate } from "./explain-market-value.ts";
import { accountParts } from "./explain-quantity.ts";
import { explainRate } from "./explain-rate.ts";
import type { Explanation } from "./explanation.ts";
import type { Trail } from "./trail.ts";

/** Holdings and cash at the close of a date, in the base currency. With an instrument only that one. */
export function explainTotalValue(x: Explanation, query: OnDate): Trail {
  const { ledger } = x;
  const holdings = holdingsOn(ledger, query).map(({ instrument }) =>
    explainMarketValue(x, ledger.instruments[ledger.columns.instruments.indexOf(instrument)]!, query, "baseCostBasis"),
  );
  const cash = query.instrument === undefined ? explainCashValues(x, query) : [];
  return decimalSumOf(headOf("total-value", { date: query.on }, ledger.baseCurrency), [...holdings, ...cash]);
}

/** Every cash balance of a date that is not 0, at the rate of that date. */
export function explainCashValues(x: Explanation, query: OnDate): Trail[] {
  const { columns, baseCurrency: base } = x.ledger;
  const balances = cashBalancesOn(x.ledger, query).filter(({ amount }) => !amount.isZero());
  const currencies = new Map(
    [...new Set(balances.map(({ currency }) => currency))].map((currency) => [
      currency,
      accountsWithCash(x, currency, query),
    ]),
  );
  return balances.map(({ account, currency }) => {
    const position = columns.accounts.indexOf(account);
    const balance = accountCash(x, position, currencies.get(currency)!.get(position)!);
    const rate = explainRate(x, currency, base, toEpochDay(query.on));
    const parts = { ...accountParts(x, position), currency, base };
    return rate === undefined ? balance : decimalProductOf(headOf("account-cash-value", parts, base), [balance, rate]);
  });
}
