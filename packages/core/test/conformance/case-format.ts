/** The conformance case format "portfolio-conformance/1" as far as this runner reads it. Every number is a decimal string. */
export interface ConformanceCase {
  readonly format: string;
  readonly kind: "ledger" | "metric" | "cash-flows" | "tax";
  readonly id: string;
  readonly expect: readonly Expectation[];
}

export interface Expectation {
  readonly figure: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly value?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly undefined?: string;
  readonly tolerance?: Tolerance;
}

export interface Tolerance {
  readonly exact?: boolean;
  readonly absolute?: string;
  readonly relative?: string;
}

/** What a figure came to: a value, no value with a reason, a figure this library does not have yet, or an exception. */
export type Answer =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "undefined"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "skipped"; readonly reason: string };
