import type { BrokerFormat } from "./broker-format.ts";
import { charlesSchwabBrokerage } from "./charles-schwab/brokerage.ts";
import { degiro } from "./degiro/degiro.ts";
import { fidelityHistory } from "./fidelity/history.ts";
import { interactiveBrokersActivityStatement } from "./interactive-brokers/activity-statement.ts";
import { interactiveBrokersTransactionHistory } from "./interactive-brokers/transaction-history.ts";
import { questrade } from "./questrade/questrade.ts";
import { revolutTrading } from "./revolut/trading.ts";
import { scalableCapital } from "./scalable-capital/scalable-capital.ts";
import { tradeRepublic } from "./trade-republic/trade-republic.ts";
import { trading212 } from "./trading-212/trading-212.ts";
import { wealthsimpleActivities } from "./wealthsimple/activities.ts";

/** Every broker format we read, in the order they are tried. */
export const allBrokerFormats: readonly BrokerFormat[] = [
  interactiveBrokersActivityStatement,
  interactiveBrokersTransactionHistory,
  questrade,
  trading212,
  degiro,
  charlesSchwabBrokerage,
  fidelityHistory,
  revolutTrading,
  scalableCapital,
  tradeRepublic,
  wealthsimpleActivities,
];
