import { toEpochDay } from "../calendar/plain-date.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { type CostBasisMethod, costBasisMethods } from "../transactions/account.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import type { LedgerInput } from "./ledger.ts";
import { defaultLedgerOptions } from "./ledger-options.ts";
import type { CommonContext } from "./replay-rows.ts";
import { pairTransfers } from "./transfer-pairs.ts";

const methods: readonly string[] = costBasisMethods;

function knownMethod(method: CostBasisMethod): CostBasisMethod {
  if (methods.includes(method)) return method;
  throw new PortfolioError(
    "invalid-identifier",
    `"${method}" is no cost-basis method. Use one of ${methods.join(", ")}.`,
    { method },
  );
}

const mostDaysAhead = 366;

/** What a replay starts from; `otherHalf` are the pairs of transfers, when they are known already. */
export function replayContext(input: LedgerInput, otherHalf?: Int32Array): CommonContext {
  const { columns, baseCurrency, method = "average-cost", today } = input;
  return {
    columns,
    currencyOf: columns.instruments.map((id) => input.instrumentCurrencies.get(id)),
    options: { ...defaultLedgerOptions, ...input.options },
    lastDay: today === undefined ? Infinity : toEpochDay(today) + mostDaysAhead,
    rates: { table: input.rates, baseCurrency, known: new Map() },
    methods: columns.accounts.map((account) => knownMethod(input.methods?.get(account) ?? method)),
    otherHalf: otherHalf ?? pairTransfers(columns),
    rejected: columns.edited?.removed.slice() ?? new Uint8Array(columns.count),
    deliveryValues: deliveryValuesByRow(columns, input.deliveryValues),
    reorganizationCloses: byRow(columns, input.reorganizationCloses),
    found: [],
  };
}

function deliveryValuesByRow(
  columns: TransactionColumns,
  values: LedgerInput["deliveryValues"],
): ReadonlyMap<number, string> {
  return new Map([...byRow(columns, values)].filter(([, value]) => parseFixedPoint(value).digits > 0n));
}

function byRow<Value>(
  columns: TransactionColumns,
  values: ReadonlyMap<string, Value> | undefined,
): ReadonlyMap<number, Value> {
  const rows = new Map<number, Value>();
  if (values === undefined || values.size === 0) return rows;
  columns.ids.forEach((id, row) => {
    const value = values.get(id);
    if (value !== undefined) rows.set(row, value);
  });
  return rows;
}
