import { Type } from "typebox";
import { nullableText } from "./nullable.ts";
import { schemaOf, type Schema } from "./schema-of.ts";

/** What a source can be asked for. */
export type Capability = "quote" | "history" | "search" | "exchange-rate";

/** A configured source and whether it can be asked at the moment. */
export interface SourceStatus {
  id: string;
  capabilities: Capability[];
  state: "ok" | "limited" | "down";
  /** When it is asked again, ISO 8601; null while the state is ok. */
  until: string | null;
}

/** Answer of GET /api/v1/sources. */
export interface SourcesAnswer {
  sources: SourceStatus[];
}

/** Schema of {@link SourcesAnswer}. */
export const sourcesAnswerSchema: Schema<SourcesAnswer> = schemaOf<SourcesAnswer>()(
  Type.Object({
    sources: Type.Array(
      Type.Object({
        id: Type.String(),
        capabilities: Type.Array(Type.Enum(["quote", "history", "search", "exchange-rate"])),
        state: Type.Enum(["ok", "limited", "down"]),
        until: nullableText("When it is asked again, ISO 8601; null while the state is ok"),
      }),
    ),
  }),
);
