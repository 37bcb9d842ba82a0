import type { IssueCode } from "../../../outcome/issue.ts";
import type { ActivityEffect, ActivityRule, ActivityTable } from "./activity-preset.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { ActivityRow } from "./activity-row.ts";
import { ruleOf } from "./activity-rule.ts";
import type { RuledRow } from "./ruled-row.ts";

/** Settles a row that moves nothing, or gives it back with its effect. */
export function settleActivityRow(
  row: ActivityRow,
  { rules }: Pick<ActivityTable, "rules">,
  { preset, findings }: ActivityReading,
): readonly RuledRow[] {
  const rule = ruleOf(row, rules);
  if (rule === undefined || rule.effect === "ignored" || rule.effect === "unsupported" || rule.effect === "review") {
    reportUnbooked(row, rule, { preset, findings });
    return [];
  }
  return ofCashFund({ row, effect: rule.effect }, { preset, findings });
}

function reportUnbooked(row: ActivityRow, rule: ActivityRule | undefined, { findings }: ActivityReading): void {
  const report = (code: IssueCode, message: string): void => {
    findings.report(code, row.line, message, row.columns.action);
  };
  const because = rule?.because;
  if (rule?.effect === "ignored") {
    return report("ignored-row", `The row was left out: ${because ?? "it moves nothing"}. Nothing to do.`);
  }
  if (rule?.effect === "unsupported") {
    const what = because ?? "an instrument of another kind";
    const message = `The row is about ${what}, which is not supported yet. Keep its cash in mind when you compare.`;
    return report("unsupported-instrument", message);
  }
  const what = because === undefined ? "is not known" : `is ${because}`;
  report("unknown-action", `"${row.action}" ${what}, so the row was not booked. Enter it by hand if it matters.`);
}

const fundTrades: ReadonlySet<ActivityEffect> = new Set<ActivityEffect>(["buy", "sell", "trade"]);

/** The fund a broker keeps cash in is cash: its dividends are interest, and buying it changes nothing. */
function ofCashFund({ row, effect }: RuledRow, { preset, findings }: ActivityReading): readonly RuledRow[] {
  if (preset.cashFunds?.includes(row.symbol) !== true) return [{ row, effect }];
  if (fundTrades.has(effect)) {
    const message = `The row was left out: ${row.symbol} is the fund that holds the account's cash. Nothing to do.`;
    findings.report("ignored-row", row.line, message);
    return [];
  }
  return [{ row: { ...row, symbol: "" }, effect: effect === "dividend" ? "interest" : effect }];
}
