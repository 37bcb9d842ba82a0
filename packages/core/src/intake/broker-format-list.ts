import { allBrokerFormats } from "./brokers/broker-formats.ts";
import { documentFormats } from "./documents/document-formats.ts";

/** A format for lists and menus. */
export interface BrokerFormatName {
  readonly id: string;
  readonly name: string;
}

/** The formats {@link readIntake} recognises by itself. */
// Marked, so that a page that only wants a key of a draft is not handed every broker's reader (bench: sizes).
export const brokerFormats: readonly BrokerFormatName[] = /* @__PURE__ */ [...allBrokerFormats, ...documentFormats].map(
  ({ id, name }) => ({ id, name }),
);
