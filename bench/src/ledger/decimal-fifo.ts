import type { Decimal } from "decimal.js";
import type { DecimalReplay, DecimalTrades } from "./decimal-replay.ts";

interface DecimalLots {
  first: number;
  readonly quantity: Decimal[];
  readonly cost: Decimal[];
}

/** FIFO with decimal.js at 34 digits: lots in arrays with an index of the first open one, nothing is shifted. */
export function decimalFifo({ instruments, instrument, sign, quantity, price, fee }: DecimalTrades): DecimalReplay {
  const lots = Array.from({ length: instruments }, (): DecimalLots => ({ first: 0, quantity: [], cost: [] }));
  const Decimal34 = quantity[0]!.constructor as typeof Decimal;
  let realizedGain = new Decimal34(0);
  for (let i = 0; i < instrument.length; i++) {
    const queue = lots[instrument[i]!]!;
    let left = quantity[i]!;
    const gross = left.mul(price[i]!);
    if (sign[i] === 1) {
      queue.quantity.push(left);
      queue.cost.push(gross.add(fee[i]!));
      continue;
    }
    realizedGain = realizedGain.add(gross).sub(fee[i]!);
    while (left.gt(0)) {
      const lot = queue.first;
      const available = queue.quantity[lot]!;
      const cost = queue.cost[lot]!;
      if (left.lt(available)) {
        const out = cost.mul(left).div(available);
        queue.quantity[lot] = available.sub(left);
        queue.cost[lot] = cost.sub(out);
        realizedGain = realizedGain.sub(out);
        break;
      }
      realizedGain = realizedGain.sub(cost);
      left = left.sub(available);
      queue.first += 1;
    }
  }
  const open = lots.flatMap(({ first, cost }) => cost.slice(first));
  return { costLeft: open.reduce((sum, cost) => sum.add(cost), new Decimal34(0)), realizedGain };
}
