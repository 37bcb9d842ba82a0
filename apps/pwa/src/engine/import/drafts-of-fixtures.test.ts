import { readFileSync } from "node:fs";
import { readIntake } from "@portfolio/core/intake";
import { expect, test } from "vitest";
import { NameResolver } from "./resolve-names.ts";

const fixtures = new URL("../../../../../packages/core/test/intake/fixtures/", import.meta.url);

test.each(["degiro-account", "interactive-brokers-activity-statement", "questrade-activities", "trading-212"])(
  "every draft of the %s fixture becomes a transaction",
  async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(`${name}/activities.csv`, fixtures)));
    const file = { bytes, fileName: "activities.csv", today: "2026-11-21", importId: "x" };
    const read = await readIntake(file);
    const resolver = new NameResolver(file, read, { instruments: new Map(), accounts: [] });
    const faults = read.drafts.map((draft, i) => resolver.transactionOf(draft, i)).filter((made) => "field" in made);
    expect(read.drafts.length).toBeGreaterThan(5);
    expect(faults).toEqual([]);
  },
);
