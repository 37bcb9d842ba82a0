import { allBrokerFormats } from "./brokers/broker-formats.ts";

/** A format for lists and menus. */
export interface BrokerFormatName {
  readonly id: string;
  readonly name: string;
}

/** The formats {@link readIntake} recognises by itself. */
export const brokerFormats: readonly BrokerFormatName[] = allBrokerFormats.map(({ id, name }) => ({ id, name }));
