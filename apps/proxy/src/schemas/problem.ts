import { Type } from "typebox";
import { schemaOf, type Schema } from "./schema-of.ts";

/**
 * The stable codes of our problem answers. The page translates by code, so a code is never renamed.
 *
 * `source-*` codes come from a data source behind the proxy; all others are about the request itself.
 */
export type ProblemCode =
  | "bad-symbol"
  | "bad-range"
  | "bad-currency"
  | "bad-request"
  | "token-missing"
  | "token-invalid"
  | "host-denied"
  | "origin-denied"
  | "not-found"
  | "unknown-symbol"
  | "not-covered"
  | "rate-limited"
  | "source-invalid"
  | "source-auth"
  | "source-limited"
  | "source-down"
  | "source-timeout"
  | "pages-not-built"
  | "internal-error";

/** An error answer (RFC 9457). `detail` says what is wrong and what to do; a 5xx of our own making has none. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
}

/** Schema of {@link Problem}, used for every answer of 400 and above. */
const problemSchema: Schema<Problem> = schemaOf<Problem>()(
  Type.Object({
    type: Type.String({ description: "Always about:blank; the code tells problems apart." }),
    title: Type.String({ description: "The HTTP status in words." }),
    status: Type.Integer(),
    code: Type.String({ description: "Stable code, safe to translate by." }),
    detail: Type.Optional(Type.String({ description: "One sentence on what happened and what to do." })),
  }),
);

/** The error answers of a route, ready to be spread into its `response` schemas. */
export const problemAnswers: Record<"4xx" | "5xx", object> = {
  "4xx": {
    description: "The request cannot be answered",
    content: { "application/problem+json": { schema: problemSchema } },
  },
  "5xx": {
    description: "A source or the server failed",
    content: { "application/problem+json": { schema: problemSchema } },
  },
};
