import { Decimal } from "decimal.js";
import type { GeneratedPortfolio } from "@portfolio/generated-portfolio";

const Decimal34 = Decimal.clone({ precision: 34 });

/** The trades as `Decimal` objects: made before the clock starts, as packing is for ours. */
export interface DecimalTrades {
  readonly instruments: number;
  readonly instrument: Int32Array;
  readonly sign: Int8Array;
  readonly quantity: readonly Decimal[];
  readonly price: readonly Decimal[];
  readonly fee: readonly Decimal[];
}

export function decimalTradesOf({ instrument, sign, quantity, price, fee, prices }: GeneratedPortfolio): DecimalTrades {
  const decimals = (values: Float64Array, scale: number): Decimal[] => {
    const unit = new Decimal34(`1e-${scale}`);
    return Array.from(values, (value) => new Decimal34(value).mul(unit));
  };
  return {
    instruments: prices.length,
    instrument,
    sign,
    quantity: decimals(quantity, 4),
    price: decimals(price, 4),
    fee: decimals(fee, 2),
  };
}

/** What a replay in decimals leaves: sums over all instruments. */
export interface DecimalReplay {
  readonly costLeft: Decimal;
  readonly realizedGain: Decimal;
}

/** Average cost with decimal.js at 34 digits: the same work as ours, as most programs would write it. */
export function decimalReplay({ instruments, instrument, sign, quantity, price, fee }: DecimalTrades): DecimalReplay {
  const zero = new Decimal34(0);
  const held = Array.from({ length: instruments }, () => zero);
  const cost = Array.from({ length: instruments }, () => zero);
  const gain = Array.from({ length: instruments }, () => zero);
  for (let i = 0; i < instrument.length; i++) {
    const s = instrument[i]!;
    const q = quantity[i]!;
    const gross = q.mul(price[i]!);
    if (sign[i] === 1) {
      held[s] = held[s]!.add(q);
      cost[s] = cost[s]!.add(gross).add(fee[i]!);
    } else {
      const out = held[s]!.eq(q) ? cost[s]! : cost[s]!.mul(q).div(held[s]!);
      held[s] = held[s]!.sub(q);
      cost[s] = cost[s]!.sub(out);
      gain[s] = gain[s]!.add(gross).sub(fee[i]!).sub(out);
    }
  }
  return { costLeft: Decimal34.sum(...cost), realizedGain: Decimal34.sum(...gain) };
}
