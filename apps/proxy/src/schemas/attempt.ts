import { Type } from "typebox";
import { schemaOf, type Schema } from "./schema-of.ts";

/** Why a source gave no answer. */
export type SourceErrorCode = "limited" | "unknown-symbol" | "not-covered" | "invalid" | "timeout" | "auth" | "down";

/** A source that was asked and failed before the answer was found elsewhere or in the cache. */
export interface Attempt {
  source: string;
  code: string;
}

/** Schema of {@link Attempt}. */
export const attemptSchema: Schema<Attempt> = schemaOf<Attempt>()(
  Type.Object({
    source: Type.String(),
    code: Type.String({ description: "limited, unknown-symbol, not-covered, invalid, timeout, auth or down" }),
  }),
);
