import { checkedArgument } from "../outcome/checked-argument.ts";
import type { HealthSettings } from "./health-settings.ts";

/**
 * Settings whose limits are numbers of 0 or more.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a limit is none
 */
export function checkedSettings(settings: HealthSettings): HealthSettings {
  const { monthlyExpenses: _, ...limits } = settings;
  for (const [name, limit] of Object.entries(limits))
    checkedArgument(name, limit, limit >= 0, "Give a limit of 0 or more, or leave it out to switch the rule off.");
  return settings;
}
