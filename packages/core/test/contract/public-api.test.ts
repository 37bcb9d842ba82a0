import * as api from "@portfolio/core";
import * as edits from "@portfolio/core/edits";
import * as explain from "@portfolio/core/explain";
import * as income from "@portfolio/core/income";
import * as insights from "@portfolio/core/insights";
import * as measures from "@portfolio/core/measures";
import * as snapshot from "@portfolio/core/snapshot";
import * as tax from "@portfolio/core/tax";
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
    expect(Object.keys(income).toSorted()).toEqual([
      "countryOf",
      "expectedPayments",
      "forwardIncome",
      "forwardYield",
      "incomeBy",
      "incomeCalendar",
      "incomeGroupings",
      "incomeGrowth",
      "incomeKinds",
      "incomePayments",
      "incomePerUnit",
      "paymentRhythm",
      "trailingIncome",
      "trailingYield",
      "withholdingByCountry",
      "yieldOnCost",
    ]);
    expect(Object.keys(tax).toSorted()).toEqual([
      "caSuperficialLoss",
      "deFifo",
      "gainReport",
      "gainReportColumns",
      "gainReportCsv",
      "gainRoundings",
      "germanPots",
      "ownMethodGains",
      "taxIncome",
      "taxTrades",
      "taxTreatments",
      "taxYearOf",
      "ukSection104",
      "usWashSale",
    ]);
  });
});
