import type { ActivityRule } from "./activity-preset.ts";
import type { ActivityRow } from "./activity-row.ts";

/** An option in the place of a ticker: OCC's 21 characters, Schwab's `AAPL 07/18/2025 220.00 C`, Fidelity's `-AAPL250718C220`. */
const optionSymbol = /^-?[A-Z.]{1,6} ?\d{6}[CP]\d+(\.\d+)?$|^[A-Z.]{1,6} \d{2}\/\d{2}\/\d{4} [\d.]+ [CP]$/;

const option: ActivityRule = { effect: "unsupported", words: [], because: "an option" };

/** What a row does, by the first rule that knows its action; undefined when none does. */
export function ruleOf({ action, symbol }: ActivityRow, rules: readonly ActivityRule[]): ActivityRule | undefined {
  if (optionSymbol.test(symbol)) return option;
  return rules.find(({ words }) => (words instanceof RegExp ? words.test(action) : words.includes(action)));
}
