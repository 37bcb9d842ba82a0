import { Decimal, type Ledger, type PriceHistory, totalValueOn } from "@portfolio/core";
import {
  type Allocation,
  allocation,
  type AllocationQuery,
  allocationViews,
  type CategoryShares,
  classificationOf,
  currencyExposure,
} from "@portfolio/core/allocation";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom } from "../../test/support/build.ts";

const on = "2026-01-10";
const first = { account: "broker", tradeDate: "2026-01-02" };

function deposit(id: string, currency: string, grossAmount: string, account = "broker"): object {
  return { ...first, id, account, kind: "deposit", currency, grossAmount };
}

function arrival(instrument: string, quantity: string, account = "broker"): object {
  const place = { ...first, account, tradeDate: "2026-01-05" };
  return {
    ...place,
    id: `${instrument} ${account}`,
    kind: "delivery-in",
    instrument,
    quantity,
    currency: "EUR",
    grossAmount: "1",
  };
}

const closes = { fund: [["2026-01-05", "100"]], share: [["2026-01-05", "50"]], bond: [["2026-01-05", "20"]] } as const;
const prices = pricesFrom(closes);
const rates = { "USD/EUR": [["2026-01-01", "0.9"]] } as const;

function portfolio(more: readonly object[] = []): Ledger {
  const transactions = [
    deposit("cash", "EUR", "200"),
    deposit("dollars", "USD", "100", "bank"),
    arrival("fund", "6"),
    arrival("fund", "2", "bank"),
    arrival("share", "4"),
    ...more,
  ];
  return ledgerOf({ transactions, currencies: { share: "USD" }, closes, rates });
}

const classifications = new Map([
  [
    "fund",
    {
      assetClass: { "equity-fund": "0.6", bond: "0.4" },
      country: { US: "0.7", JP: "0.05" },
      currency: { USD: "0.75" },
    },
  ],
  ["share", { assetClass: "share", country: "US", sector: "technology" }],
]);

function shown({ rows }: Pick<Allocation, "rows">): string[] {
  return rows.map(({ kind, key, marketValue, weight }) => `${kind} ${key} ${marketValue} ${weight.value?.toFixed(4)}`);
}

function by(
  view: AllocationQuery["by"],
  ledger = portfolio(),
  of: ReadonlyMap<string, PriceHistory> = prices,
): string[] {
  return shown(allocation(ledger, of, { on, by: view, classifications }));
}

// Expected values: 8 x 100 + 4 x 50 x 0.9 + 200 + 100 x 0.9 = 1270, by hand.
describe("allocation", () => {
  it("is by instrument, with cash as a category of its own", () => {
    expect(by("instrument")).toEqual(["category fund 800 0.6299", "cash cash 290 0.2283", "category share 180 0.1417"]);
  });

  it("looks through a fund by asset class, where cash is a class", () => {
    expect(by("asset-class")).toEqual([
      "category equity-fund 480 0.3780",
      "category bond 320 0.2520",
      "category cash 290 0.2283",
      "category share 180 0.1417",
    ]);
  });

  it("shows what a fund's weights leave, and what nothing is known of, as not assigned", () => {
    expect(by("country")).toEqual([
      "category US 740 0.5827",
      "cash cash 290 0.2283",
      "category JP 40 0.0315",
      "unassigned unassigned 200 0.1575",
    ]);
    expect(by("sector")).toEqual([
      "cash cash 290 0.2283",
      "category technology 180 0.1417",
      "unassigned unassigned 800 0.6299",
    ]);
  });

  it("is by currency and by account, cash among them", () => {
    expect(by("currency")).toEqual([
      "category USD 870 0.6850",
      "category EUR 200 0.1575",
      "unassigned unassigned 200 0.1575",
    ]);
    expect(by("account")).toEqual(["category broker 980 0.7717", "category bank 290 0.2283"]);
  });

  it("is by a taxonomy of one's own, weights or single categories", () => {
    const taxonomy = new Map<string, CategoryShares>([
      ["fund", { core: "0.9", satellite: "0.1" }],
      ["share", "satellite"],
    ]);
    expect(by(taxonomy)).toEqual(["category core 720 0.5669", "cash cash 290 0.2283", "category satellite 260 0.2047"]);
  });

  it("says which accounts and instruments a row is made of", () => {
    const { rows } = allocation(portfolio(), prices, { on, by: "country", classifications });
    expect(
      rows[0]!.parts.map(
        ({ account, instrument, share, marketValue }) => `${account} ${instrument} ${share} ${marketValue}`,
      ),
    ).toEqual(["broker fund 0.7 420", "broker share 1 180", "bank fund 0.7 140"]);
  });

  it("gives cash below zero a line of its own; all weights still add up to 1", () => {
    const overdrawn = portfolio([{ ...first, id: "w", kind: "withdrawal", currency: "EUR", grossAmount: "700" }]);
    expect(by("instrument", overdrawn)).toEqual([
      "category fund 800 1.4035",
      "category share 180 0.3158",
      "cash cash 90 0.1579",
      "negative-cash negative-cash -500 -0.8772",
    ]);
    expect(by("currency", overdrawn).at(-1)).toBe("negative-cash EUR -500 -0.8772");
    expect(by("account", overdrawn).at(-1)).toBe("negative-cash broker -500 -0.8772");
  });

  it("names what has no price or rate, and weighs the rest", () => {
    const ledger = portfolio([arrival("bond", "3"), deposit("krone", "SEK", "5")]);
    const found = allocation(ledger, new Map([...prices].filter(([id]) => id !== "bond")), { on, by: "instrument" });
    expect(found.isComplete).toBe(false);
    expect(found.totalValue.toString()).toBe("1270");
    expect(
      found.unknown.map(({ instrument, currency, quantity, reason }) => [
        instrument,
        currency,
        quantity.toString(),
        reason,
      ]),
    ).toEqual([
      ["bond", "EUR", "3", "missing-price"],
      [undefined, "SEK", "5", "missing-rate"],
    ]);
    expect(found.issues.map(({ code, source, date }) => [code, source.instrumentId, source.currency, date])).toEqual([
      ["missing-price", "bond", "EUR", on],
      ["missing-rate", undefined, "SEK", on],
    ]);
  });

  it("never takes a later price", () => {
    const { unknown } = allocation(portfolio(), prices, { on: "2026-01-04", by: "instrument" });
    expect(unknown).toEqual([]);
    const late = pricesFrom({ fund: [["2026-01-11", "100"]] });
    expect(allocation(portfolio(), late, { on, by: "instrument" }).unknown.length).toBe(3);
  });

  it("is of a scope: accounts, or instruments without cash", () => {
    const of = (scope: object): string[] => shown(allocation(portfolio(), prices, { on, by: "instrument", ...scope }));
    expect(of({ accounts: ["bank"] })).toEqual(["category fund 200 0.6897", "cash cash 90 0.3103"]);
    expect(of({ instrument: "share" })).toEqual(["category share 180 1.0000"]);
    expect(of({ accounts: [] })).toEqual([]);
  });

  it("has no weights when there is nothing, or less", () => {
    expect(allocation(ledgerOf({ transactions: [] }), new Map(), { on, by: "account" }).rows).toEqual([]);
    const debt = ledgerOf({
      transactions: [{ ...first, id: "w", kind: "withdrawal", currency: "EUR", grossAmount: "7" }],
    });
    const { rows } = allocation(debt, new Map(), { on, by: "instrument" });
    expect(rows.map(({ kind, weight }) => [kind, weight.reason])).toEqual([["negative-cash", "no-capital"]]);
  });

  it.each([
    [{ US: "0.7", JP: "0.4" }, "1.1"],
    [{ US: "1.1", JP: "-0.1" }, "-0.1"],
  ])("refuses the weights %j, and names the instrument", (country, fault) => {
    const wrong = new Map([["fund", { country }]]);
    const ask = (): Allocation => allocation(portfolio(), prices, { on, by: "country", classifications: wrong });
    expect(ask).toThrowError(expect.objectContaining({ code: "invalid-weights", detail: { instrument: "fund" } }));
    expect(ask).toThrowError(fault);
  });

  it("takes weights that a source rounded: up to 1e-9 too much comes off the largest one", () => {
    const rounded = new Map([["fund", { country: { US: "0.6666666668", JP: "0.3333333333" } }]]);
    const { rows } = allocation(portfolio(), prices, {
      on,
      by: "country",
      classifications: rounded,
      instrument: "fund",
    });
    expect(rows.map(({ key, marketValue }) => `${key} ${marketValue}`)).toEqual(["US 533.33333336", "JP 266.66666664"]);
  });

  it("adds up to the total value exactly, in every view, whatever the weights and amounts", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 6 });
    const holding = fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), weights);
    fc.assert(
      fc.property(fc.array(holding, { maxLength: 5 }), fc.integer({ min: 0, max: 1e6 }), (holdings, cents) => {
        const id = (at: number): string => `i${at}`;
        const transactions = holdings.map(([units], at) => arrival(id(at), new Decimal(units).div(1e6).toFixed()));
        const ledger = ledgerOf({
          transactions: [...transactions, deposit("c", "USD", String(cents))],
          rates: { "EUR/USD": [["2026-01-01", "1.07"]] },
        });
        const own = pricesFrom(
          Object.fromEntries(
            holdings.map(([, close], at) => [id(at), [["2026-01-05", new Decimal(close).div(1e4).toFixed()]]]),
          ),
        );
        const look = holdings.map(([, , shares], at): [string, { country: CategoryShares }] => [
          id(at),
          {
            country: Object.fromEntries(
              shares.map((share, one) => [`c${one}`, new Decimal(share).div(600).toDecimalPlaces(9, 1).toFixed()]),
            ),
          },
        ]);
        for (const view of allocationViews) {
          const { rows, totalValue } = allocation(ledger, own, { on, by: view, classifications: new Map(look) });
          const sum = rows.reduce((total, { marketValue }) => total.plus(marketValue), new Decimal(0));
          expect(sum.eq(totalValue)).toBe(true);
          expect(
            totalValue
              .minus(totalValueOn(ledger, own, on).known)
              .abs()
              .lt("1e-30"),
          ).toBe(true);
          const whole = rows.reduce((total, { weight }) => total + (weight.value ?? 0), 0);
          expect(whole).toBeCloseTo(totalValue.gt(0) ? 1 : 0, 12);
        }
      }),
      { endOnFailure: true },
    );
  });
});

describe("currencyExposure", () => {
  it("nets cash that is owed against what is held in the currency", () => {
    const ledger = portfolio([
      { ...first, id: "w", kind: "withdrawal", currency: "USD", account: "broker", grossAmount: "500" },
    ]);
    const { exposures, totalValue } = currencyExposure(ledger, prices, { on, classifications });
    expect(totalValue.toString()).toBe("820");
    expect(exposures.map((one) => `${one.currency} ${one.holdings} ${one.cash} ${one.exposure}`)).toEqual([
      "USD 780 -360 420",
      "EUR 0 200 200",
      "undefined 200 0 200",
    ]);
    expect(exposures.reduce((sum, { weight }) => sum + weight.value!, 0)).toBeCloseTo(1, 14);
  });
});

describe("classificationOf", () => {
  it("takes class and country of an instrument, but not the seat of a fund", () => {
    expect(classificationOf({ isin: "DE0007164600", assetClass: "share" })).toEqual({
      assetClass: "share",
      country: "DE",
    });
    expect(classificationOf({ isin: "IE00B4L5Y983", assetClass: "equity-fund" })).toEqual({
      assetClass: "equity-fund",
    });
    expect(classificationOf({ isin: "XS0203470157" })).toEqual({});
    expect(classificationOf({ isin: "DE0007164600" }, { country: "FR" })).toEqual({ country: "FR" });
  });
});
