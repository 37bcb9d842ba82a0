import { Type } from "typebox";
import { schemaOf, type Schema } from "./schema-of.ts";

/** Answer of GET /healthz and GET /readyz. */
export interface Health {
  status: "ok" | "unavailable";
}

/** Answer of GET /app-config.json: what the page needs to know before it can ask for anything. */
export interface AppConfig {
  apiBase: string;
  tokenRequired: boolean;
  version: string;
}

/** Schema of {@link Health}. */
export const healthSchema: Schema<Health> = schemaOf<Health>()(
  Type.Object({ status: Type.Enum(["ok", "unavailable"]) }),
);

/** Schema of {@link AppConfig}. */
export const appConfigSchema: Schema<AppConfig> = schemaOf<AppConfig>()(
  Type.Object({
    apiBase: Type.String({ description: "Base path of the API" }),
    tokenRequired: Type.Boolean({ description: "Whether requests need Authorization: Bearer <token>" }),
    version: Type.String(),
  }),
);
