import { Decimal, decimal, type Ledger } from "@portfolio/core";
import {
  countryOf,
  expectedPayments,
  type ExpectedPaymentsQuery,
  forwardIncome,
  forwardYield,
  incomeBy,
  incomeCalendar,
  incomeGrowth,
  incomePayments,
  incomePerUnit,
  paymentRhythm,
  trailingIncome,
  trailingYield,
  withholdingByCountry,
  yieldOnCost,
} from "@portfolio/core/income";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../test/support/build.ts";

const place = { account: "broker", instrument: "acme", currency: "EUR" };

function buy(tradeDate: string, quantity: string, more: object = {}): object {
  return { ...place, id: `buy ${tradeDate}`, kind: "buy", tradeDate, quantity, unitPrice: "10", ...more };
}

function paid(tradeDate: string, grossAmount: string, more: object = {}): object {
  return { ...place, id: `paid ${tradeDate}`, kind: "dividend", tradeDate, grossAmount, ...more };
}

const quarterly = ["2024-03-15", "2024-06-14", "2024-09-16", "2024-12-13", "2025-03-14", "2025-06-16"];

function payer(dates: readonly string[], more: readonly object[] = []): Ledger {
  return ledgerOf({ transactions: [buy("2023-01-02", "100"), ...dates.map((date) => paid(date, "50")), ...more] });
}

function expected(ledger: Ledger, more: Partial<ExpectedPaymentsQuery> = {}): string[] {
  return expectedPayments(ledger, { on: "2025-07-01", until: "2026-06-30", ...more }).map(
    ({ status, date, amount, currency }) => `${status} ${date} ${amount.toDecimalPlaces(6)} ${currency}`,
  );
}

describe("incomePayments", () => {
  const ledger = ledgerOf({
    transactions: [
      buy("2024-01-02", "10"),
      paid("2024-03-01", "20", { taxAmount: "3", feeAmount: "1" }),
      paid("2024-04-01", "-20", { taxAmount: "-3" }),
      paid("2024-05-01", "10", { currency: "USD", account: "other", exchangeRate: "0.9" }),
      paid("2024-05-02", "10", { currency: "USD" }),
      { ...place, id: "interest", instrument: undefined, kind: "interest", tradeDate: "2025-01-01", grossAmount: "4" },
      {
        ...place,
        id: "charge",
        instrument: undefined,
        kind: "interest-charge",
        tradeDate: "2025-02-01",
        grossAmount: "1",
      },
      { ...place, id: "withheld", kind: "tax", tradeDate: "2025-03-01", grossAmount: "2" },
      { ...place, id: "refund", kind: "tax-refund", tradeDate: "2025-03-02", grossAmount: "0.5" },
      { ...place, id: "own tax", instrument: undefined, kind: "tax", tradeDate: "2025-03-02", grossAmount: "7" },
      buy("2025-04-01", "1", { accruedInterest: "0.25" }),
    ],
  });

  it("answers gross, tax, fee and net, native and in the base currency", () => {
    const shown = incomePayments(ledger).map(
      ({ transaction, kind, gross, withheldTax, net, base }) =>
        `${transaction}: ${kind} ${gross} ${withheldTax} ${net} ${base?.net ?? "?"}`,
    );
    expect(shown).toEqual([
      "paid 2024-03-01: dividend 20 3 16 16",
      "paid 2024-04-01: dividend -20 -3 -17 -17",
      "paid 2024-05-01: dividend 10 0 10 9",
      "paid 2024-05-02: dividend 10 0 10 ?",
      "interest: interest 4 0 4 4",
      "charge: interest-charge -1 0 -1 -1",
      "withheld: withheld-tax 0 2 -2 -2",
      "refund: withheld-tax 0 -0.5 0.5 0.5",
      "buy 2025-04-01: accrued-interest -0.25 0 -0.25 -0.25",
    ]);
  });

  it("is limited by range, account, instrument and kind", () => {
    const count = (query: Parameters<typeof incomePayments>[1]): number => incomePayments(ledger, query).length;
    expect(count({ after: "2024-03-01", on: "2024-05-01" })).toBe(2);
    expect(count({ accounts: ["other"] })).toBe(1);
    expect(count({ instrument: "acme" })).toBe(7);
    expect(count({ kinds: ["interest", "interest-charge"] })).toBe(2);
    expect(count({ instruments: [] })).toBe(0);
    expect(incomePayments(ledgerOf({ transactions: [] }))).toEqual([]);
  });

  it("leaves dividends to the cost where an option says so", () => {
    const lowered = ledgerOf({
      transactions: [buy("2024-01-02", "10"), paid("2024-03-01", "20")],
      options: { dividendReducesCost: true },
    });
    expect(incomePayments(lowered)).toEqual([]);
  });

  it("adds up by month, year, account, instrument, currency and kind", () => {
    const by = (grouping: Parameters<typeof incomeBy>[1]): string[] =>
      incomeBy(incomePayments(ledger), grouping).map(
        ({ key, base, knownBase }) => `${key} ${base?.net ?? "?"} ${knownBase.net}`,
      );
    expect(by("year")).toEqual(["2024 ? 8", "2025 1.25 1.25"]);
    expect(by("month").slice(0, 3)).toEqual(["2024-03 16 16", "2024-04 -17 -17", "2024-05 ? 9"]);
    expect(by("account")).toEqual(["broker ? 0.25", "other 9 9"]);
    expect(by("instrument")).toEqual(["acme ? 6.25", " 3 3"]);
    expect(by("currency")).toEqual(["EUR 0.25 0.25", "USD ? 9"]);
    expect(by("kind")[0]).toBe("dividend ? 8");
    expect(incomeBy(incomePayments(ledger), "year")[0]!.byCurrency.get("USD")!.gross.toString()).toBe("20");
    expect(incomeBy([], "month")).toEqual([]);
  });

  it("adds up to the same whatever the grouping", () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 0, max: 700 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (rows) => {
        const transactions = rows.map(([cents, day], at) => ({
          ...place,
          id: `t${at}`,
          kind: "interest",
          tradeDate: new Decimal(2_024).plus(Math.floor(day / 366)).toFixed() + "-06-15",
          grossAmount: (cents / 100).toFixed(2),
        }));
        const payments = incomePayments(ledgerOf({ transactions }));
        const whole = rows.reduce((sum, [cents]) => sum.plus(new Decimal(cents).div(100)), new Decimal(0));
        for (const grouping of ["month", "year", "kind"] as const) {
          const sum = incomeBy(payments, grouping).reduce((total, { base }) => total.plus(base!.gross), new Decimal(0));
          expect(sum.toFixed()).toBe(whole.toFixed());
        }
      }),
    );
  });
});

describe("incomePerUnit", () => {
  function perUnit(transactions: readonly object[], on = "2026-01-01"): string[] {
    return incomePerUnit(ledgerOf({ transactions }), { on }).map(
      ({ date, perUnit: one, quantity }) => `${date} ${one} ${quantity}`,
    );
  }

  it("restates earlier amounts by later splits", () => {
    const split = {
      ...place,
      id: "split",
      kind: "split",
      tradeDate: "2025-02-01",
      ratio: { numerator: "4", denominator: "1" },
    };
    expect(perUnit([buy("2024-01-02", "10"), paid("2024-06-03", "40"), split, paid("2025-06-02", "40")])).toEqual([
      "2024-06-03 1 40",
      "2025-06-02 1 40",
    ]);
    expect(perUnit([buy("2024-01-02", "10"), paid("2024-06-03", "40"), split], "2025-01-31")).toEqual([
      "2024-06-03 4 10",
    ]);
  });

  it("counts the units before the ex-date, and those sold before the payment", () => {
    const sale = { ...place, id: "sale", kind: "sell", tradeDate: "2024-05-20", quantity: "10", grossAmount: "1" };
    expect(perUnit([buy("2024-01-02", "10"), sale, paid("2024-06-03", "40")])).toEqual(["2024-06-03 4 10"]);
    const ledger = ledgerOf({
      transactions: [buy("2024-01-02", "10"), buy("2024-05-20", "30"), paid("2024-06-03", "40")],
    });
    const exDates = new Map([["paid 2024-06-03", "2024-05-15"]]);
    expect(incomePerUnit(ledger, { on: "2024-12-31", exDates })[0]!.perUnit.toString()).toBe("4");
    expect(incomePerUnit(ledger, { on: "2024-12-31" })[0]!.perUnit.toString()).toBe("1");
  });

  it("does not count what was bought on the pay date", () => {
    expect(perUnit([buy("2024-01-02", "10"), buy("2024-06-03", "30"), paid("2024-06-03", "40")])).toEqual([
      "2024-06-03 4 10",
    ]);
    expect(perUnit([buy("2024-06-03", "40"), paid("2024-06-03", "40")])).toEqual(["2024-06-03 1 40"]);
  });

  it("makes one of the accounts' payments of a day, and leaves out what was never held", () => {
    const other = { account: "other" };
    expect(
      perUnit([
        buy("2024-01-02", "10"),
        buy("2024-01-03", "30", other),
        paid("2024-06-03", "10"),
        paid("2024-06-03", "30", { ...other, id: "second" }),
        paid("2024-06-04", "30", { account: "third", id: "third" }),
      ]),
    ).toEqual(["2024-06-03 1 40"]);
  });
});

describe("paymentRhythm", () => {
  const every = (months: number, count: number): string[] =>
    Array.from({ length: count }, (_, at) => {
      const month = at * months;
      return `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-15`;
    });

  it("knows the four rhythms", () => {
    expect(paymentRhythm(every(1, 6))?.frequency).toBe("monthly");
    expect(paymentRhythm(every(3, 5))?.frequency).toBe("quarterly");
    expect(paymentRhythm(every(6, 4))?.frequency).toBe("semiannual");
    expect(paymentRhythm(every(12, 2))?.frequency).toBe("annual");
  });

  it("finds none in nothing, one payment, two of a quarter, and disorder", () => {
    expect(paymentRhythm([])).toBeUndefined();
    expect(paymentRhythm(["2024-01-01"])).toBeUndefined();
    expect(paymentRhythm(["2024-01-01", "2024-04-01"])).toBeUndefined();
    expect(paymentRhythm(["2024-01-01", "2024-01-20", "2024-05-30", "2024-06-28", "2025-02-01"])).toBeUndefined();
  });

  it("sees past a special payment, inside and at the end", () => {
    expect(paymentRhythm([...every(3, 5), "2021-02-20"].toSorted())).toMatchObject({
      frequency: "quarterly",
      regular: [0, 1, 2, 3, 4],
    });
    expect(paymentRhythm([...every(3, 5), "2020-12-10"].toSorted())).toMatchObject({
      frequency: "quarterly",
      regular: [0, 1, 2, 3, 5],
    });
  });
});

describe("expectedPayments", () => {
  it("continues the rhythm with the last amount per unit for the units held now", () => {
    expect(expected(payer(quarterly, [buy("2025-06-20", "20")]))).toEqual([
      "estimated 2025-09-16 60 EUR",
      "estimated 2025-12-16 60 EUR",
      "estimated 2026-03-16 60 EUR",
      "estimated 2026-06-16 60 EUR",
    ]);
    const [first] = expectedPayments(payer(quarterly), { on: "2025-07-01", until: "2025-12-31" });
    expect(first!.evidence).toEqual({ frequency: "quarterly", payDates: quarterly, lastPayDate: "2025-06-16" });
  });

  it("does not repeat a special dividend", () => {
    expect(expected(payer(quarterly, [paid("2025-06-25", "900")]), { until: "2025-10-01" })).toEqual([
      "estimated 2025-09-16 50 EUR",
    ]);
    // On one day with the regular one: 950 for 100 units after five times 50.
    const sameDay = payer(quarterly, [paid("2025-06-16", "900", { id: "special" })]);
    expect(expected(sameDay, { until: "2025-10-01" })).toEqual(["estimated 2025-09-16 50 EUR"]);
    // Less than twice as much is a raise.
    const more = payer(quarterly.slice(0, 5), [paid("2025-06-16", "80")]);
    expect(expected(more, { until: "2025-10-01" })).toEqual(["estimated 2025-09-16 80 EUR"]);
    // Twice in a row it is the new amount.
    const raised = payer(quarterly.slice(0, 4), [paid("2025-03-14", "200"), paid("2025-06-16", "200")]);
    expect(expected(raised, { until: "2025-10-01" })).toEqual(["estimated 2025-09-16 200 EUR"]);
  });

  it("takes a correction off the payment before it", () => {
    expect(expected(payer(quarterly, [paid("2025-06-20", "-10")]), { until: "2025-10-01" })).toEqual([
      "estimated 2025-09-16 40 EUR",
    ]);
    expect(expected(payer(quarterly, [paid("2025-06-20", "-50")]), { until: "2025-10-01" })).toEqual([
      "estimated 2025-09-14 50 EUR",
    ]);
  });

  it("expects nothing of an irregular payer, one payment, a payer that stopped, or what is sold out", () => {
    expect(expected(payer(["2024-01-01", "2024-02-20", "2024-09-30", "2024-11-28", "2025-05-01"]))).toEqual([]);
    expect(expected(payer(["2025-06-16"]))).toEqual([]);
    expect(expected(payer([]))).toEqual([]);
    expect(expected(payer(quarterly), { on: "2025-12-15", until: "2026-12-31" })).toEqual([]);
    const sale = { ...place, id: "sale", kind: "sell", tradeDate: "2025-06-30", quantity: "100", grossAmount: "1" };
    expect(expected(payer(quarterly, [sale]))).toEqual([]);
  });

  it("lets an announced payment win over the estimate of its time, for the units it is for", () => {
    const ledger = payer(quarterly, [buy("2025-06-30", "100")]);
    const announce = { instrument: "acme", payDate: "2025-09-22", amountPerUnit: "0.55", currency: "USD" };
    expect(expected(ledger, { announced: [announce], until: "2025-12-31" })).toEqual([
      "announced 2025-09-22 110 USD",
      "estimated 2025-12-16 100 EUR",
    ]);
    expect(expected(ledger, { announced: [{ ...announce, exDate: "2025-06-28" }], until: "2025-10-01" })).toEqual([
      "announced 2025-09-22 55 USD",
    ]);
    expect(expected(ledger, { announced: [{ ...announce, instrument: "unknown" }], until: "2025-08-01" })).toEqual([]);
    expect(() => expected(ledger, { announced: [{ ...announce, amountPerUnit: "much" }] })).toThrow(
      /not an exact decimal/,
    );
  });

  it("keeps to the scope", () => {
    expect(expected(payer(quarterly), { instruments: [] })).toEqual([]);
    expect(expected(payer(quarterly), { accounts: ["other"] })).toEqual([]);
    expect(expected(payer(quarterly), { accounts: ["broker"], instrument: "acme", until: "2025-10-01" })).toHaveLength(
      1,
    );
  });

  it("stands in a calendar beside what was received, each marked", () => {
    const ledger = payer(quarterly);
    const entries = incomeCalendar(
      incomePayments(ledger, { after: "2025-03-31" }),
      expectedPayments(ledger, { on: "2025-07-01", until: "2025-12-31" }),
    );
    expect(entries.map(({ status, date, amount }) => `${status} ${date} ${amount}`)).toEqual([
      "received 2025-06-16 50",
      "estimated 2025-09-16 50",
      "estimated 2025-12-16 50",
    ]);
  });
});

describe("yields", () => {
  it("divide income by value or cost, and are undefined without either", () => {
    const income = decimal("30");
    expect(trailingYield({ income, marketValue: decimal("1000") })).toEqual({ value: 0.03 });
    expect(forwardYield({ income, marketValue: decimal("600") })).toEqual({ value: 0.05 });
    expect(yieldOnCost({ income, costBasis: decimal("300") })).toEqual({ value: 0.1 });
    for (const none of ["0", "-1"]) {
      expect(trailingYield({ income, marketValue: decimal(none) })).toEqual({ value: undefined, reason: "no-capital" });
      expect(forwardYield({ income, marketValue: decimal(none) }).reason).toBe("no-capital");
      expect(yieldOnCost({ income, costBasis: decimal(none) }).reason).toBe("no-capital");
    }
  });

  it("count the income of twelve months, the day of last year left out", () => {
    const on = "2025-06-14";
    expect(trailingIncome(payer(quarterly), { on }).value?.toString()).toBe("150");
    expect(trailingIncome(payer([]), { on }).value?.toString()).toBe("0");
    expect(trailingIncome(payer([], [paid("2025-01-01", "1", { currency: "USD" })]), { on }).reason).toBe(
      "missing-rate",
    );
  });

  it("look ahead twelve months at the rates of the day", () => {
    const on = "2025-07-01";
    expect(forwardIncome(payer(quarterly), { on }).value?.toString()).toBe("200");
    const announced = [{ instrument: "acme", payDate: "2025-09-10", amountPerUnit: "1", currency: "USD" }];
    expect(forwardIncome(payer(quarterly), { on, announced }).reason).toBe("missing-rate");
    const ledger = ledgerOf({
      transactions: [buy("2023-01-02", "100")],
      rates: { "USD/EUR": [["2025-01-01", "0.9"]] },
    });
    expect(forwardIncome(ledger, { on, announced }).value?.toString()).toBe("90");
  });
});

describe("incomeGrowth", () => {
  const byYear = new Map(
    (["100", "110", "0", "-5", "133.1", "161.051"] as const).map((amount, at) => [2020 + at, decimal(amount)] as const),
  );

  it("compares with the year before, or compounds over several", () => {
    expect(incomeGrowth(byYear, { year: 2021, years: 1 }).value).toBeCloseTo(0.1, 12);
    expect(incomeGrowth(byYear, { year: 2025, years: 5 }).value).toBeCloseTo(0.1, 12);
    expect(incomeGrowth(byYear, { year: 2022, years: 1 }).value).toBe(-1);
  });

  it("is undefined without one of the years, or without income to grow from", () => {
    expect(incomeGrowth(byYear, { year: 2026, years: 1 }).reason).toBe("too-few-observations");
    expect(incomeGrowth(byYear, { year: 2020, years: 1 }).reason).toBe("too-few-observations");
    expect(incomeGrowth(byYear, { year: 2020, years: 0 }).reason).toBe("too-few-observations");
    expect(incomeGrowth(byYear, { year: 2023, years: 1 }).reason).toBe("no-capital");
    expect(incomeGrowth(byYear, { year: 2023, years: 3 }).reason).toBe("no-capital");
    expect(incomeGrowth(byYear, { year: 2024, years: 1 }).reason).toBe("no-capital");
    expect(incomeGrowth(new Map(), { year: 2024, years: 1 }).value).toBeUndefined();
  });
});

describe("withholdingByCountry", () => {
  it("sums income and tax by country, the unknown one last", () => {
    const ledger = ledgerOf({
      transactions: [
        paid("2025-01-02", "5", { instrument: "mystery", id: "m" }),
        paid("2025-01-02", "100", { taxAmount: "15" }),
        paid("2025-01-03", "10", { instrument: "swiss", taxAmount: "3.5", id: "s" }),
        { ...place, id: "t", kind: "tax", tradeDate: "2025-01-04", grossAmount: "10" },
        { ...place, id: "i", kind: "interest", tradeDate: "2025-01-04", grossAmount: "0", instrument: undefined },
      ],
    });
    const countries = new Map([
      ["acme", "US"],
      ["swiss", "CH"],
    ]);
    const shown = withholdingByCountry(incomePayments(ledger), (id) => countries.get(id)).map(
      ({ country, base, rate }) => `${country ?? "-"} ${base!.gross} ${base!.withheldTax} ${rate.value}`,
    );
    expect(shown).toEqual(["CH 10 3.5 0.35", "US 100 25 0.25", "- 5 0 0"]);
    expect(withholdingByCountry([], () => undefined)).toEqual([]);
    const onlyTax = withholdingByCountry(incomePayments(ledger, { kinds: ["withheld-tax"] }), () => "US");
    expect(onlyTax[0]!.rate).toEqual({ value: undefined, reason: "no-capital" });
  });

  it("reads a country off what is stated, else off the ISIN", () => {
    expect(countryOf({ country: "ca", isin: "US0378331005" })).toBe("CA");
    expect(countryOf({ isin: "IE00B4L5Y983" })).toBe("IE");
    for (const isin of ["XS0203470157", "EU000A1G0AA0", "not one", ""]) expect(countryOf({ isin })).toBeUndefined();
    expect(countryOf({})).toBeUndefined();
    expect(countryOf({ country: "" })).toBeUndefined();
  });
});
