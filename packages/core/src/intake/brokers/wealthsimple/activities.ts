import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Wealthsimple, activities export (CSV).
 *
 * Rows in any order; an exchange is two rows, a tax a row of its own, a subdivision the shares it adds.
 */
export const wealthsimpleActivities: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "wealthsimple-activities",
  name: "Wealthsimple: activities",
  numbers: { decimalSign: "point" },
  signedAmounts: true,
  fees: "unsigned",
  tables: [
    {
      required: {
        date: "transaction_date",
        settlementDate: "settlement_date",
        account: "account_id",
        action: "activity_type",
        subAction: "activity_sub_type",
        symbol: "symbol",
        name: "name",
        currency: "currency",
        quantity: "quantity",
        price: "unit_price",
        fee: "commission",
        net: "net_cash_amount",
      },
      alsoHas: ["account_type"],
      rules: [
        { effect: "unsupported", words: /^trade\/(sto|stc|bto|btc)$/, because: "an option" },
        { effect: "buy", words: ["trade/buy", "trade/drip"] },
        { effect: "sell", words: ["trade/sell"] },
        { effect: "dividend", words: /^dividend\b/ },
        { effect: "interest", words: /^interest\b/ },
        { effect: "withheld-tax", words: /^nonresidenttax\b/ },
        { effect: "return-of-capital", words: /^returnofcapital\b/ },
        { effect: "accumulation", words: /^noncashdistribution\b/ },
        { effect: "fee", words: /^(fee|refund)\b/ },
        { effect: "exchange-leg", words: /^fxexchange\b/ },
        { effect: "cash", words: /^moneymovement\/(eft|contribution|spend|aft_in|aft_out|wire)$/ },
        { effect: "transfer", words: /^(moneymovement\/(e_trfin|e_trfout|transfer\w*)|internalsecuritytransfer\b)/ },
        { effect: "added-shares", words: ["corporateaction/subdivision"] },
        { effect: "split-pair", words: ["corporateaction/consolidation"] },
        { effect: "review", words: /^correction\b/, because: "a correction of another row" },
      ],
    },
  ],
});
