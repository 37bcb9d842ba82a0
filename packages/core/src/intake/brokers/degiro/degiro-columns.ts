import type { Column } from "../../reading/columns.ts";
import { readCurrency } from "../../reading/currency-unit.ts";
import type { Table } from "../../reading/cell-reader.ts";

/** What the columns of DEGIRO's account statement hold. */
export type DegiroField =
  | "date"
  | "time"
  | "valueDate"
  | "product"
  | "isin"
  | "description"
  | "rate"
  | "currency"
  | "amount"
  | "orderId";

/**
 * The named columns of DEGIRO's account statement, in the languages of its site.
 *
 * Currency and amount follow the exchange rate; their header cells are unnamed or misleading, see
 * {@link withAmountColumns}.
 */
export const degiroColumns: readonly Column<DegiroField>[] = [
  { field: "date", names: ["date", "datum", "fecha", "data"], content: "date", required: true },
  { field: "time", names: ["time", "tijd", "uhrzeit", "hora", "heure", "ora"], required: true },
  {
    field: "valueDate",
    names: [
      "value date",
      "valutadatum",
      "wertstellungsdatum",
      "fecha valor",
      "date de valeur",
      "date de",
      "data valore",
      "data valor",
    ],
    content: "date",
    required: true,
  },
  { field: "product", names: ["product", "produkt", "producto", "produit", "prodotto", "produto"], required: true },
  { field: "isin", names: ["isin", "code isin"], required: true },
  {
    field: "description",
    names: ["description", "omschrijving", "beschreibung", "descripción", "descrizione", "descrição"],
    required: true,
  },
  {
    field: "rate",
    names: ["fx", "tipo de cambio", "taux de change", "tasso di cambio"],
    content: "number",
    required: true,
  },
  {
    field: "orderId",
    names: ["order id", "order-id", "id orden", "id ordre", "id ordine", "id da ordem"],
  },
];

/**
 * Adds the two columns after the exchange rate: currency and amount, in the order the cells show.
 *
 * The cell under `Change` is the currency and the unnamed one after it the amount, but not in every language.
 */
export function withAmountColumns(table: Table<DegiroField>): Table<DegiroField> {
  const { at, currencies } = table.positions;
  const after = (at.rate ?? 0) + 1;
  const counts = [after, after + 1].map(
    (column) => table.rows.filter(({ cells }) => namesCurrency(cells[column])).length,
  );
  const swapped = (counts[1] ?? 0) > (counts[0] ?? 0);
  const [currency, amount] = swapped ? [after + 1, after] : [after, after + 1];
  const columns: readonly Column<DegiroField>[] = [
    ...table.columns,
    { field: "currency", names: [], content: "currency" },
    { field: "amount", names: [], content: "number" },
  ];
  return { ...table, columns, positions: { at: { ...at, currency, amount }, currencies } };
}

function namesCurrency(cell: string | undefined): boolean {
  return cell !== undefined && readCurrency(cell) !== undefined;
}
