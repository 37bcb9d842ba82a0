import type { GeneratedPortfolio, LedgerSums } from "@portfolio/generated-portfolio";

/**
 * The replay in integers at 1e-24, written as plainly as it can be: what a ledger has to be where nothing is published.
 *
 * Independent of core on purpose. Purchase fees are in the cost, fees of sales off the proceeds; the one division is
 * rounded half-even, and the remainder stays in the holding.
 */
export function exactAverageCost(portfolio: GeneratedPortfolio): LedgerSums {
  const held = portfolio.prices.map(() => 0n);
  const cost = portfolio.prices.map(() => 0n);
  let realizedGain = 0n;
  visitTrades(portfolio, (s, sign, quantity, gross, fee) => {
    if (sign === 1) {
      held[s]! += quantity;
      cost[s]! += gross + fee;
      return;
    }
    const out = shareOf(cost[s]!, quantity, held[s]!);
    held[s]! -= quantity;
    cost[s]! -= out;
    realizedGain += gross - fee - out;
  });
  return { costLeft: cost.reduce((sum, value) => sum + value, 0n), realizedGain };
}

/** The same by FIFO: each sale takes the oldest lots, and divides the last one it touches. */
export function exactFifo(portfolio: GeneratedPortfolio): LedgerSums {
  const lots = portfolio.prices.map(() => ({ first: 0, open: [] as { quantity: bigint; cost: bigint }[] }));
  let realizedGain = 0n;
  visitTrades(portfolio, (s, sign, quantity, gross, fee) => {
    const queue = lots[s]!;
    if (sign === 1) {
      queue.open.push({ quantity, cost: gross + fee });
      return;
    }
    realizedGain += gross - fee;
    for (let left = quantity; left > 0n;) {
      const lot = queue.open[queue.first]!;
      const taken = left < lot.quantity ? left : lot.quantity;
      const out = shareOf(lot.cost, taken, lot.quantity);
      lot.quantity -= taken;
      lot.cost -= out;
      left -= taken;
      realizedGain -= out;
      if (lot.quantity === 0n) queue.first += 1;
    }
  });
  const costLeft = lots.reduce(
    (sum, { first, open }) => open.slice(first).reduce((total, { cost }) => total + cost, sum),
    0n,
  );
  return { costLeft, realizedGain };
}

type VisitTrade = (instrument: number, sign: number, quantity: bigint, gross: bigint, fee: bigint) => void;

/** Quantities at 1e-4; gross amounts and fees at 1e-24. */
function visitTrades({ instrument, sign, quantity, price, fee }: GeneratedPortfolio, visit: VisitTrade): void {
  for (let i = 0; i < instrument.length; i++) {
    const units = BigInt(quantity[i]!);
    visit(instrument[i]!, sign[i]!, units, units * BigInt(price[i]!) * 10n ** 16n, BigInt(fee[i]!) * 10n ** 22n);
  }
}

/** amount x part / whole, rounded half-even. */
function shareOf(amount: bigint, part: bigint, whole: bigint): bigint {
  const product = amount * part;
  const quotient = product / whole;
  const twice = (product - quotient * whole) * 2n;
  return twice > whole || (twice === whole && quotient % 2n === 1n) ? quotient + 1n : quotient;
}
