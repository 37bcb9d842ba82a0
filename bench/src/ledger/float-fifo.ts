import type { GeneratedPortfolio } from "@portfolio/generated-portfolio";
import type { FloatReplay } from "./float-replay.ts";

/** FIFO in float64 with lots in typed arrays and an index of the first open one: the fastest way there is, not exact. */
export function floatFifo({ instrument, sign, quantity, price, fee, prices }: GeneratedPortfolio): FloatReplay {
  const count = instrument.length;
  const lotQuantity = new Float64Array(count);
  const lotCost = new Float64Array(count);
  const nextLot = new Int32Array(count).fill(-1);
  const first = new Int32Array(prices.length).fill(-1);
  const last = new Int32Array(prices.length).fill(-1);
  let realizedGain = 0;
  for (let i = 0; i < count; i++) {
    const s = instrument[i]!;
    // Quantities stay whole numbers of 1e-4, so that no crumb of a closed lot is left.
    let left = quantity[i]!;
    const gross = left * price[i]! * 1e-8;
    if (sign[i] === 1) {
      lotQuantity[i] = left;
      lotCost[i] = gross + fee[i]! * 1e-2;
      if (first[s] === -1) first[s] = i;
      else nextLot[last[s]!] = i;
      last[s] = i;
      continue;
    }
    realizedGain += gross - fee[i]! * 1e-2;
    while (left > 0) {
      const lot = first[s]!;
      const available = lotQuantity[lot]!;
      if (left < available) {
        const out = (lotCost[lot]! * left) / available;
        lotQuantity[lot] = available - left;
        lotCost[lot]! -= out;
        realizedGain -= out;
        left = 0;
      } else {
        realizedGain -= lotCost[lot]!;
        lotCost[lot] = 0;
        left -= available;
        first[s] = nextLot[lot]!;
      }
    }
  }
  return { costLeft: lotCost.reduce((sum, cost) => sum + cost, 0), realizedGain };
}
