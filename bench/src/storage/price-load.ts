import { withBrowserProfile } from "../browser/browser-session.ts";
import { loopbackSite } from "../browser/loopback-site.ts";
import { mustEqual } from "../measure/wrong-answer.ts";
import { atLeast, plainRow, type Workload } from "../measure/bench-row.ts";
import { median, medianRatio } from "../measure/paired-runs.ts";
import type { PriceLoadAnswer } from "./pages/price-load-page.ts";

/** W6: reading all prices at start. Records are read on a tenth of the data; their time is multiplied by ten. */
export const priceLoad: Workload = {
  title: "price load (Chromium)",
  run: async () => {
    const site = await loopbackSite({ page: new URL("pages/price-load-page.ts", import.meta.url) });
    try {
      const { pairs, isEqual, writeMs } = await withBrowserProfile((visit) =>
        visit<PriceLoadAnswer>(`${site.origin}/`),
      );
      mustEqual("That packs and records hold the same prices", isEqual, true);
      const recordTimes = pairs.map(({ records }) => 10 * records);
      const packTimes = pairs.map(({ packs }) => packs);
      return [
        atLeast(
          100,
          "B9 price load 1.02M prices (140 x 7,305)",
          medianRatio(recordTimes, packTimes),
          "x",
          "a record per price (Dexie), a tenth of them, times ten",
        ),
        plainRow("price load, year packs", median(packTimes), "ms"),
        plainRow("price load, a record per price, times ten", median(recordTimes), "ms"),
        plainRow("price write, year packs, once", writeMs.packs, "ms"),
        plainRow("price write, a record per price, once, times ten", 10 * writeMs.records, "ms"),
      ];
    } finally {
      await site.close();
    }
  },
};
