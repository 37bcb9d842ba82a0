import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * TD WebBroker, account activity (CSV).
 *
 * A preamble with the account; no symbols, so instruments are told by their name; the net amount is signed.
 */
export const tdWebbroker: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "td-webbroker",
  name: "TD WebBroker: account activity",
  numbers: { decimalSign: "point" },
  signedAmounts: true,
  fees: "unsigned",
  usualOrder: "newest-first",
  preamble: { account: /^Account TD Direct Investing - (.+)/, currency: /^Account .*\b(CAD|USD)\b/ },
  tables: [
    {
      required: {
        date: "trade date",
        settlementDate: "settle date",
        name: "description",
        action: "action",
        quantity: "quantity",
        price: "price",
        fee: "commission",
        net: "net amount",
      },
      without: ["symbol"],
      optional: { subAction: "security type", currency: "currency" },
      rules: [
        { effect: "unsupported", words: /\/.*option/, because: "an option" },
        { effect: "buy", words: /^(buy|drip)\b/ },
        { effect: "sell", words: /^sell\b/ },
        { effect: "dividend", words: /^(div|txpddv)\b/ },
        { effect: "withheld-tax", words: /^whtx02\b/ },
        { effect: "interest", words: /^int\b/ },
        { effect: "cash", words: /^cont\b/ },
        { effect: "transfer", words: /^(tfr-in|tfrout)\b/ },
      ],
    },
  ],
});
