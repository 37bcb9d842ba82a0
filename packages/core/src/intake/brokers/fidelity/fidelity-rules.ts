import type { ActivityRule } from "../activity/activity-preset.ts";
import type { ActivityRow } from "../activity/activity-row.ts";

/** Fidelity's actions are sentences that begin with what happened. */
export const fidelityRules: readonly ActivityRule[] = [
  {
    effect: "unsupported",
    words: /^(you (bought|sold) (opening|closing) transaction|expired |assigned )/,
    because: "an option",
  },
  { effect: "buy", words: /^(you bought|reinvestment|purchase into core)\b/ },
  { effect: "sell", words: /^(you sold|redemption (payout|from core))\b/ },
  { effect: "withheld-tax", words: /^(foreign tax paid|non-resident tax)\b/ },
  { effect: "return-of-capital", words: /^return of capital\b/ },
  { effect: "dividend", words: /^(dividend received|(long|short)-term cap gain)\b/ },
  { effect: "interest-charge", words: /^margin interest\b/ },
  { effect: "interest", words: /^interest\b/ },
  { effect: "fee", words: /^(advisory fee|fee charged|adr fee|foreign adr)\b/ },
  { effect: "transfer", words: /^(transferred (from|to)|transfer of assets)\b/ },
  {
    effect: "cash",
    words: /^(direct (deposit|debit)|electronic funds transfer|check (received|paid)|wire transfer|bill payment)\b/,
  },
  { effect: "review", words: /^merger\b/, because: "a merger" },
  { effect: "review", words: /^distribution\b/, because: "shares handed out by a split or spin-off" },
];

/** The core funds of Fidelity's accounts. */
export const fidelityCoreFunds: readonly string[] = ["SPAXX", "FDRXX", "FZFXX", "FCASH"];

/** Cash rows have the name "No Description". */
export function withoutPlaceholder(row: ActivityRow): ActivityRow {
  return row.name === "No Description" ? { ...row, name: "" } : row;
}
