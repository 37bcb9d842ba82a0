let supported: ReadonlySet<string> | undefined;

/** Whether money can be in this currency: one the browser knows by ISO 4217, or one the portfolio already uses. */
export function isKnownCurrency(code: string, used: readonly string[]): boolean {
  supported ??= new Set(Intl.supportedValuesOf("currency"));
  return supported.has(code) || used.includes(code);
}
