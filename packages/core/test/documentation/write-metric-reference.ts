import { writeFileSync } from "node:fs";
import { metricReference } from "./metric-reference.ts";

writeFileSync(new URL("../../../../docs/metrics.md", import.meta.url), metricReference());
