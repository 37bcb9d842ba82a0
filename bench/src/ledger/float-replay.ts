import type { GeneratedPortfolio } from "@portfolio/generated-portfolio";

/** What a replay in doubles leaves: sums over all instruments, in plain units. */
export interface FloatReplay {
  readonly costLeft: number;
  readonly realizedGain: number;
}

/** Average cost in float64, the fastest way there is: wrong in the last digits, here for its speed. */
export function floatReplay({ instrument, sign, quantity, price, fee, prices }: GeneratedPortfolio): FloatReplay {
  const held = new Float64Array(prices.length);
  const cost = new Float64Array(prices.length);
  const gain = new Float64Array(prices.length);
  for (let i = 0; i < instrument.length; i++) {
    const s = instrument[i]!;
    const q = quantity[i]! * 1e-4;
    const gross = q * price[i]! * 1e-4;
    if (sign[i] === 1) {
      held[s]! += q;
      cost[s]! += gross + fee[i]! * 1e-2;
    } else {
      const out = (cost[s]! * q) / held[s]!;
      held[s]! -= q;
      cost[s]! -= out;
      gain[s]! += gross - fee[i]! * 1e-2 - out;
    }
  }
  return { costLeft: sumOf(cost), realizedGain: sumOf(gain) };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
