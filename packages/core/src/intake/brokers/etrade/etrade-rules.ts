import type { ActivityRule } from "../activity/activity-preset.ts";

/** What E*TRADE's transaction types do; the type of the security follows after a slash. */
export const etradeRules: readonly ActivityRule[] = [
  {
    effect: "unsupported",
    words: /\/optn$|^(option|bought to|sold to|expired|assigned|exercised)\b/,
    because: "an option",
  },
  { effect: "buy", words: /^(bought|buy|reinvest(ment)?|dividend reinvestment)\b/ },
  { effect: "sell", words: /^(sold|sell)\b/ },
  { effect: "dividend", words: /^(qualified )?dividend\b/ },
  { effect: "interest-charge", words: /^margin interest\b/ },
  { effect: "interest", words: /^interest( income)?\b/ },
  { effect: "withheld-tax", words: /^(foreign tax|tax withheld|withholding)/ },
  { effect: "fee", words: /^(fee|service fee|adr fee|misc trade)\b/ },
  { effect: "cash", words: /^(deposit|withdrawal|online transfer|transfer|wire|direct debit|ach)\b/ },
];
