import type { BrokerFormat } from "./broker-format.ts";
import { degiro } from "./degiro/degiro.ts";
import { interactiveBrokersActivityStatement } from "./interactive-brokers/activity-statement.ts";
import { questrade } from "./questrade/questrade.ts";
import { trading212 } from "./trading-212/trading-212.ts";

/** Every broker format we read, in the order they are tried. */
export const allBrokerFormats: readonly BrokerFormat[] = [
  interactiveBrokersActivityStatement,
  questrade,
  trading212,
  degiro,
];
