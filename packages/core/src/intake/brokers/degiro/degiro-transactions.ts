import { activityFormat } from "../activity/activity-format.ts";
import type { ActivityPreset } from "../activity/activity-preset.ts";
import type { ActivityRow } from "../activity/activity-row.ts";
import type { BrokerFormat } from "../broker-format.ts";

const rules: ActivityPreset["tables"][number]["rules"] = [{ effect: "trade", words: [""] }];

/**
 * DEGIRO, transactions (CSV, English).
 *
 * Trades only, newest first; the sign of the quantity gives the direction; currencies stand in unnamed columns.
 */
export const degiroTransactions: BrokerFormat = /* @__PURE__ */ activityFormat({
  id: "degiro-transactions",
  name: "DEGIRO: transactions",
  dates: "DMY",
  numbers: { likelySign: "point" },
  currency: "EUR",
  signedAmounts: true,
  signedQuantities: true,
  fees: "cash",
  usualOrder: "newest-first",
  tables: [
    {
      required: /* @__PURE__ */ columnsWith({
        gross: "value eur",
        fee: "autofx fee",
        fee2: "transaction and/or third party fees eur",
        net: "total eur",
      }),
      unnamedAfter: { priceCurrency: "price", laterId: "id" },
      refine: ofOneFill,
      rules,
    },
    {
      required: /* @__PURE__ */ columnsWith({ gross: "value", fee: "transaction and/or third", net: "total" }),
      unnamedAfter: { priceCurrency: "price", currency: "gross", feeCurrency: "fee" },
      refine: ofOneFill,
      rules,
    },
  ],
});

type Columns = ActivityPreset["tables"][number]["required"];

/** The columns that both headers have, with those of one. (A call, not a spread: bundlers drop a marked call nobody uses.) */
function columnsWith(amounts: Columns): Columns {
  return {
    date: ["date"],
    time: ["time"],
    name: "product",
    isin: "isin",
    exchange: ["reference exchange", "reference"],
    quantity: "quantity",
    price: "price",
    foreignGross: "local value",
    rate: "exchange rate",
    id: "order id",
    ...amounts,
  };
}

/** An order may be filled in parts; the id is that of the account statement's fills, so that both files fit. */
function ofOneFill(row: ActivityRow): ActivityRow {
  const { id, quantity, price } = row;
  return id === "" || !quantity || !price
    ? row
    : { ...row, id: `${id} ${quantity.abs().toString()}@${price.toString()}` };
}
