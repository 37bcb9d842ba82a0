import { activityFormat } from "../activity/activity-format.ts";
import type { BrokerFormat } from "../broker-format.ts";

/**
 * Trade Republic, official export (CSV, since 2025).
 *
 * The amount is before fee and tax, which are signed as they move cash; the symbol is an ISIN, except for coins.
 */
export const tradeRepublic: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "trade-republic",
  name: "Trade Republic: transactions",
  numbers: { likelySign: "point" },
  signedAmounts: true,
  signedQuantities: true,
  fees: "cash",
  taxes: "cash",
  assetClasses: { crypto: "crypto", bond: "bond" },
  tables: [
    {
      required: {
        timestamp: "datetime",
        date: "date",
        account: "account_type",
        action: "type",
        assetClass: "asset_class",
        name: "name",
        security: "symbol",
        quantity: "shares",
        price: "price",
        gross: "amount",
        fee: "fee",
        tax: "tax",
        currency: "currency",
        description: "description",
        id: "transaction_id",
      },
      alsoHas: ["category"],
      optional: { settlementDate: "value_date" },
      rules: [
        { effect: "buy", words: ["buy"] },
        { effect: "sell", words: ["sell", "final_maturity", "redemption"] },
        { effect: "dividend", words: ["dividend", "distribution"] },
        { effect: "substitute-dividend", words: ["dividend_equivalent_payment"] },
        { effect: "interest", words: ["interest_payment"] },
        {
          effect: "deposit",
          words: [
            "customer_inpayment",
            "customer_inbound",
            "transfer_inbound",
            "transfer_instant_inbound",
            "transfer_in",
          ],
        },
        {
          effect: "withdrawal",
          words: /^(customer_outbound_request|transfer_(instant_)?out(bound)?|card_transaction(_international)?)$/,
        },
        { effect: "tax", words: ["tax_optimization"] },
        { effect: "delivery-in", words: ["gift", "benefits_saveback", "stockperk"] },
        { effect: "review", words: ["split"], because: "a split without its ratio" },
        { effect: "review", words: ["merger"], because: "a merger" },
      ],
    },
  ],
});
