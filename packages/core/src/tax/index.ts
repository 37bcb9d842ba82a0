// The entry point "@portfolio/core/tax": gains by national rules, and reports by tax year. Reports on data, not advice.
export { gainReportColumns, gainReportCsv, type GainReportCsvOptions } from "./gain-report-csv.ts";
export type { GainReport, GainReportInput, GainReportYear, GainTotals } from "./gain-report.ts";
export { gainReport } from "./gain-report.ts";
export type { GainRounding } from "./gain-rounding.ts";
export { gainRoundings } from "./gain-rounding.ts";
export { deFifo } from "./german-fifo.ts";
export type { GermanPots, GermanPotsInput } from "./german-pots.ts";
export { germanPots } from "./german-pots.ts";
export type { LotGains, OpenTaxLot } from "./open-tax-lot.ts";
export { ownMethodGains } from "./own-method-gains.ts";
export { ukSection104 } from "./section-104.ts";
export type { CostAfter, SuperficialLossGains, SuperficialLossOptions } from "./superficial-loss.ts";
export { caSuperficialLoss } from "./superficial-loss.ts";
export type { TaxCurrency } from "./tax-amount.ts";
export type { GainDisposal, GainMatch, HoldingPeriod, MatchRule, Replacement, TaxGains, TaxRule } from "./tax-gains.ts";
export type { TaxIncome, TaxIncomeInput, TaxIncomeKind, TaxIncomeLine, TaxIncomeYear } from "./tax-income.ts";
export { taxIncome } from "./tax-income.ts";
export type {
  TaxAcquisition,
  TaxCostChange,
  TaxDeparture,
  TaxDisposal,
  TaxSplit,
  TaxTrade,
  TaxTransfer,
} from "./tax-trade.ts";
export type { TaxTrades, TaxTradesInput } from "./tax-trades.ts";
export { taxTrades } from "./tax-trades.ts";
export type { TaxTreatment } from "./tax-treatment.ts";
export { taxTreatments } from "./tax-treatment.ts";
export type { TaxYear, TaxYearStart } from "./tax-year.ts";
export { taxYearOf } from "./tax-year.ts";
export type { WashSaleOptions } from "./wash-sale.ts";
export { usWashSale } from "./wash-sale.ts";
