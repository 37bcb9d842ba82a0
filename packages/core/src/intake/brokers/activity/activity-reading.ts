import type { Findings } from "../../reading/findings.ts";
import type { ActivityPreset } from "./activity-preset.ts";

/** What every booking of one file needs. */
export interface ActivityReading {
  readonly preset: ActivityPreset;
  readonly findings: Findings;
}
