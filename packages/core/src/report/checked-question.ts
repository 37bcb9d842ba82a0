import { checkedArgument } from "../outcome/checked-argument.ts";
import type { ReportQuestion } from "./report-question.ts";

/**
 * A question whose rates and counts can be; dates, amounts and weights are looked at where they are used.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a rate is not above -1, or a count is no whole number of 0 (of 1 for a
 *   window) or more
 */
export function checkedQuestion(question: ReportQuestion): ReportQuestion {
  const { riskFreeRate, requiredReturn, episodes, correlated, rollingWindow } = question;
  for (const [name, rate] of Object.entries({ riskFreeRate, requiredReturn }))
    checkedArgument(name, rate, Number.isFinite(rate) && rate > -1, "Give an annual rate as a fraction, such as 0.02.");
  for (const [name, count] of Object.entries({ episodes, correlated }))
    checkedArgument(name, count, Number.isSafeInteger(count) && count >= 0, "Give a whole number, 0 for none.");
  const isWindow = Number.isSafeInteger(rollingWindow) && rollingWindow >= 1;
  checkedArgument("rollingWindow", rollingWindow, isWindow, "Give a whole number of trading days, such as 252.");
  return question;
}
