import * as api from "@portfolio/core";
import * as edits from "@portfolio/core/edits";
import * as explain from "@portfolio/core/explain";
import * as insights from "@portfolio/core/insights";
import * as measures from "@portfolio/core/measures";
import * as snapshot from "@portfolio/core/snapshot";
import { describe, expect, it } from "vitest";

describe("the public API", () => {
  it("exports these names at runtime; a change of this list is a change of the contract", () => {
    expect(Object.keys(api).toSorted()).toEqual([
      "Decimal",
      "PortfolioError",
      "addDays",
      "bookedSum",
      "cashBalancesOn",
      "cashEffectOf",
      "convertedRateOn",
      "currencyCode",
      "dailyValuation",
      "decimal",
      "defaultLedgerOptions",
      "deliveryValues",
      "disposalsOf",
      "externalFlows",
      "fromEpochDay",
      "hasIsinShape",
      "holdingsOn",
      "isCurrencyCode",
      "isDecimalString",
      "isIsin",
      "isPlainDate",
      "issue",
      "issueSeverities",
      "lotsOn",
      "marketValueOn",
      "measured",
      "minorUnitDigits",
      "needsPrices",
      "negativeCashIssues",
      "packTransactions",
      "plainDate",
      "priceHistory",
      "priceOn",
      "quotationUnit",
      "rateHistory",
      "rateTable",
      "realizedGain",
      "reorganizationCloses",
      "replayLedger",
      "scopeOfTags",
      "toEpochDay",
      "totalValueOn",
      "transactionKinds",
      "unmeasured",
    ]);
  });

  it("has measures, snapshots and explanations in entry points of their own", () => {
    expect(Object.keys(measures).toSorted()).toEqual([
      "annualizeByDays",
      "annualizedReturn",
      "attribution",
      "calendarRange",
      "contributions",
      "cumulativeReturns",
      "currencyGainOnCash",
      "currentDrawdown",
      "dailyAmountOn",
      "dailyReturns",
      "dailySeries",
      "deepestDrawdown",
      "drawdownSeries",
      "gainParts",
      "instrumentFlows",
      "lineSeries",
      "linkToTradingDays",
      "maxDrawdown",
      "modifiedDietzReturn",
      "moneyWeightedReturn",
      "observedPeriodsPerYear",
      "periodRange",
      "periods",
      "rateOverPeriod",
      "scopeFlows",
      "segmentReturns",
      "sharpeRatio",
      "steppedPeriod",
      "steppedRange",
      "timeWeightedReturn",
      "tradingDays",
      "valueSeries",
      "volatility",
    ]);
    expect(Object.keys(snapshot).toSorted()).toEqual([
      "affectedFigures",
      "holdingsSnapshot",
      "issuesOf",
      "performanceSnapshotOf",
    ]);
    expect(Object.keys(explain)).toEqual(["explain"]);
    expect(Object.keys(insights).toSorted()).toEqual(["defaultHealthSettings", "healthReport"]);
    expect(Object.keys(edits).toSorted()).toEqual([
      "compactColumns",
      "decimalFields",
      "editColumns",
      "firstDayOf",
      "followLedger",
      "isLiveRow",
      "namesInUse",
      "plainFields",
      "rowAt",
      "valueDays",
    ]);
  });
});
