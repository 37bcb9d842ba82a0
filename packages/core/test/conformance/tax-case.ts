import { type Decimal, rateTable, type Transaction } from "@portfolio/core";
import {
  caSuperficialLoss,
  deFifo,
  type GainDisposal,
  type SuperficialLossGains,
  type TaxGains,
  type TaxTrade,
  taxTrades,
  ukSection104,
  usWashSale,
} from "@portfolio/core/tax";
import type { Answer, ConformanceCase } from "./case-format.ts";

/** FORMAT section 7. */
export interface TaxCase extends ConformanceCase {
  readonly jurisdictionRule: "uk-section-104" | "ca-superficial-loss" | "us-wash-sale" | "de-fifo";
  readonly transactions: readonly Transaction[];
}

interface Args {
  readonly date?: string;
  readonly transaction?: string;
}

const taxCurrencies = {
  "uk-section-104": "GBP",
  "ca-superficial-loss": "CAD",
  "us-wash-sale": "USD",
  "de-fifo": "EUR",
} as const;

const rules: Readonly<Record<TaxCase["jurisdictionRule"], (trades: readonly TaxTrade[]) => TaxGains>> = {
  "uk-section-104": ukSection104,
  "ca-superficial-loss": (trades) => caSuperficialLoss(trades),
  "us-wash-sale": (trades) => usWashSale(trades),
  "de-fifo": deFifo,
};

/** Computes the gains of a tax case once and answers its figures. */
export function taxCase(of: TaxCase): (figure: string, args: Args) => Answer {
  const rule = rules[of.jurisdictionRule];
  if (rule === undefined) return () => ({ kind: "skipped", reason: `the rule ${of.jurisdictionRule} is not known` });
  const taxCurrency = taxCurrencies[of.jurisdictionRule];
  // Cases leave out the account: there is one.
  const transactions = of.transactions.map((transaction) => ({
    ...transaction,
    account: transaction.account ?? "only",
  }));
  const { byInstrument } = taxTrades({ transactions, taxCurrency, baseCurrency: taxCurrency, rates: rateTable([]) });
  const gains = rule([...byInstrument.values()].flat());
  return (figure, args) => {
    const compute = figures[figure];
    if (compute === undefined) return { kind: "skipped", reason: "the library does not have this figure yet" };
    const value = compute(gains, args);
    return value === undefined
      ? { kind: "undefined", reason: "the transaction has no effect" }
      : { kind: "value", value };
  };
}

const figures: Readonly<Record<string, (gains: TaxGains, args: Args) => unknown>> = {
  disposalProceeds: (gains, args) => text(disposalOf(gains, args)?.proceeds),
  disposalCost: (gains, args) => text(disposalOf(gains, args)?.cost),
  disposalGain: (gains, args) => text(disposalOf(gains, args)?.gain),
  disposalMatches: (gains, args) =>
    disposalOf(gains, args)?.matches.map(({ rule, acquired, quantity, cost }) => ({
      rule,
      acquired,
      quantity: text(quantity),
      cost: text(cost),
    })),
  poolQuantity: ({ quantity }) => text(quantity),
  poolCost: ({ cost }) => text(cost),
  costBasis: ({ cost }) => text(cost),
  quantity: ({ quantity }) => text(quantity),
  totalGain: ({ disposals }) =>
    text(
      disposals.reduce<Decimal | undefined>(
        (sum, one) => sum?.plus(one.recognizedGain) ?? one.recognizedGain,
        undefined,
      ),
    ) ?? "0",
  recognizedGain: (gains, args) => text(disposalOf(gains, args)?.recognizedGain),
  deniedLoss: (gains, args) => text(disposalOf(gains, args)?.deniedLoss),
  disallowedLoss: (gains, args) => text(disposalOf(gains, args)?.deniedLoss),
  costBasisAfter: (gains, { transaction }) => text(afterOf(gains, transaction)?.cost),
  quantityAfter: (gains, { transaction }) => text(afterOf(gains, transaction)?.quantity),
};

function disposalOf({ disposals }: TaxGains, { date, transaction }: Args): GainDisposal | undefined {
  return disposals.find((disposal) =>
    transaction === undefined ? disposal.date === date : disposal.transactions.includes(transaction),
  );
}

function afterOf(
  gains: TaxGains,
  transaction: string | undefined,
): SuperficialLossGains["costsAfter"][number] | undefined {
  return (gains as SuperficialLossGains).costsAfter?.find((after) => after.transaction === transaction);
}

function text(value: Decimal | undefined): string | undefined {
  return value?.toFixed();
}
