/** A JSON object with unknown fields, or an empty one where the value is none. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The elements of a list, or the values of an object keyed by time. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : Object.values(objectOf(value));
}

/** Text that is not blank, trimmed; else null. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A finite number, else undefined. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/**
 * A moment in milliseconds since 1970, from epoch seconds or from the Date that yahoo-finance2 makes of them; undefined
 * where there is none.
 */
export function momentOf(value: unknown): number | undefined {
  const moment = value instanceof Date ? value.getTime() : (numberOf(value) ?? Number.NaN) * 1000;
  return Math.abs(moment) <= 8.64e15 ? moment : undefined;
}

/** Digits after the point by Yahoo's price hint; 2 where it gives none that makes sense. */
export function priceHintOf(value: unknown): number {
  const hint = numberOf(value);
  return hint !== undefined && Number.isInteger(hint) && hint >= 0 && hint <= 10 ? hint : 2;
}

const kinds: Readonly<Record<string, string>> = {
  EQUITY: "equity",
  ETF: "etf",
  MUTUALFUND: "fund",
  INDEX: "index",
  CURRENCY: "currency",
  CRYPTOCURRENCY: "crypto",
  FUTURE: "future",
  OPTION: "option",
};

/** Our word for Yahoo's quote type; null for one we do not know. */
export function kindOf(value: unknown): string | null {
  return kinds[String(value)] ?? null;
}
