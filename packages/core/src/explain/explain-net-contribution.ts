import { toEpochDay } from "../calendar/plain-date.ts";
import { externalFlows } from "../cash-flows/external-flows.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import { negatedOf, productOf, sumOf } from "./derive.ts";
import { decimalProductOf, decimalSumOf } from "./derive-decimal.ts";
import { confirmed, headOf } from "./trail-node.ts";
import { bookedCurrency, explainCharges, explainGross } from "./explain-amount.ts";
import { explainRate } from "./explain-rate.ts";
import { type Explanation, kindOf, partsOf } from "./explanation.ts";
import { closeLeaf, columnField } from "./leaf.ts";
import type { Trail } from "./trail.ts";

/** External flows of a scope and range in the base currency at the rate of their day; positive into the scope. */
export function explainNetContribution(x: Explanation, query: LedgerQuery): Trail {
  const { ledger, prices, options } = x;
  const after = query.after === undefined ? -Infinity : toEpochDay(query.after);
  const on = query.on === undefined ? Infinity : toEpochDay(query.on);
  const { deliveryFlowAt } = options;
  const scope = {
    ...(query.accounts === undefined ? {} : { accounts: query.accounts }),
    ...(deliveryFlowAt === undefined ? {} : { deliveryFlowAt }),
  };
  const inputs = externalFlows(ledger, prices, scope)
    .filter(({ day }) => day > after && day <= on)
    .map(({ row, amount }) => confirmed(explainFlow(x, row), amount?.toString()));
  return decimalSumOf(headOf("net-contribution", {}, ledger.baseCurrency), inputs);
}

const inward = new Set(["deposit", "delivery-in", "transfer-in"]);

function explainFlow(x: Explanation, row: number): Trail {
  const { baseCurrency } = x.ledger;
  const isIn = inward.has(kindOf(x, row));
  const amount = x.ledger.columns.instrument[row]! < 0 ? cashFlow(x, row) : unitsFlow(x, row, isIn);
  const head = headOf("flow", partsOf(x, row), baseCurrency);
  return isIn ? sumOf(head, [amount]) : negatedOf(head, amount);
}

function cashFlow(x: Explanation, row: number): Trail {
  const gross = explainGross(x, row) ?? columnField(x, row, "grossAmount")!;
  return inBase(x, row, [gross], bookedCurrency(x, row));
}

/** Units at their close of the day; without a price, or by option, the stated amount with or less charges. */
function unitsFlow(x: Explanation, row: number, isIn: boolean): Trail {
  const { columns, currencyOf } = x.ledger;
  const position = columns.instrument[row]!;
  const units = columnField(x, row, "quantity");
  const close = closeLeaf(x, columns.instruments[position]!, columns.day[row]!);
  const gross = explainGross(x, row);
  const market = units === undefined ? undefined : inBase(x, row, [units, close], currencyOf[position]!);
  const isStated = x.options.deliveryFlowAt === "gross-amount" || market?.value === undefined;
  if (gross === undefined || !isStated) return market ?? close;
  const currency = bookedCurrency(x, row);
  const stated = sumOf(headOf("amount", partsOf(x, row), currency), [
    gross,
    ...explainCharges(x, row, !isIn, true, true),
  ]);
  const rate = explainRate(x, currency, x.ledger.baseCurrency, columns.day[row]!);
  const head = headOf("flow-in-base", { ...partsOf(x, row), base: x.ledger.baseCurrency }, x.ledger.baseCurrency);
  return rate === undefined ? stated : decimalProductOf(head, [stated, rate]);
}

function inBase(x: Explanation, row: number, factors: readonly Trail[], currency: string): Trail {
  const { baseCurrency: base, columns } = x.ledger;
  const rate = explainRate(x, currency, base, columns.day[row]!);
  const all = rate === undefined ? factors : [...factors, rate];
  if (all.length === 1) return all[0]!;
  return productOf(headOf("flow-in-base", { ...partsOf(x, row), base }, base), all);
}
