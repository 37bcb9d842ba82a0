import { parseFixedPoint } from "../numbers/fixed-point.ts";
import type { InstrumentLedger } from "../ledger/holding-history.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import { differenceOf, negatedOf, shareOf, sumOf } from "./derive.ts";
import { confirmed, headOf, textOf } from "./trail-node.ts";
import { type Explanation, kindOf, nameOf, partsOf } from "./explanation.ts";
import {
  changesUntil,
  changedValue,
  type HoldingChange,
  historiesOf,
  lastEntryUntil,
  runningValue,
  scaleOf,
} from "./holding-change.ts";
import { columnField, holdingLeaf, statedField } from "./leaf.ts";
import type { Trail } from "./trail.ts";

/** Units of an instrument in the accounts of a query: what each transaction brought or took, account by account. */
export function explainQuantity(x: Explanation, instrument: InstrumentLedger, query: LedgerQuery): Trail {
  const { columns } = x.ledger;
  const inputs = historiesOf(x, instrument, query).map((history) => {
    const changes = changesUntil(history, lastEntryUntil(history, query.on));
    const head = headOf("account-quantity", accountParts(x, history.account), undefined, "quantity");
    const moved = changes.filter((change) => changedValue(x, "quantity", change) !== "0");
    return sumOf(
      head,
      moved.map((change) => quantityChange(x, change)),
    );
  });
  const name = nameOf(x, columns.instruments[instrument.instrument]!);
  return sumOf(headOf("quantity", { instrument: name }, undefined, "quantity"), inputs);
}

/** How an account is called in a label. */
export function accountParts({ ledger, options }: Explanation, account: number): { account: string } {
  const id = ledger.columns.accounts[account]!;
  return { account: options.accountNameOf?.(id) ?? id };
}

/** Units of the new instrument that a corporate action brought: as stated, by its ratio, or as many as there were. */
export function unitsReceived(x: Explanation, change: HoldingChange): Trail {
  const { columns, instruments } = x.ledger;
  const { row, history } = change;
  const stated = columnField(x, row, "quantity");
  if (stated !== undefined && kindOf(x, row) !== "symbol-change") return stated;
  const from = instruments[columns.instrument[row]!]!;
  const old = from.holdings.find(({ account }) => account === history.account)!;
  const held = holdingLeaf(x, "quantity", old, row, runningValue(x, "quantity", old, old.rows.indexOf(row) - 1));
  const ratio = columns.details.get(row)?.ratio;
  if (ratio === undefined || kindOf(x, row) === "symbol-change") return held;
  const head = headOf("units-received", partsOf(x, row), undefined, "quantity");
  return shareOf(head, [held, ...ratioLeaves(x, row, ratio)], scaleOf(instruments[history.instrument]!, "quantity"));
}

function quantityChange(x: Explanation, change: HoldingChange): Trail {
  const trail = quantityTrail(x, change);
  return confirmed(trail, changedValue(x, "quantity", change));
}

function quantityTrail(x: Explanation, change: HoldingChange): Trail {
  const { columns } = x.ledger;
  const { history, row, first } = change;
  const parts = partsOf(x, row);
  const before = runningValue(x, "quantity", history, first - 1);
  const held = holdingLeaf(x, "quantity", history, row, before);
  const head = (code: "units-came" | "units-went" | "units-split" | "units-all-went" | "units-renamed") =>
    headOf(code, parts, undefined, "quantity");
  const stated = (): Trail =>
    columnField(x, row, "quantity") ?? statedField(x, row, "quantity", "0", "quantity-stated", "quantity");
  const kind = kindOf(x, row);
  switch (kind) {
    case "sell":
    case "delivery-out":
      return negatedOf(head("units-went"), stated());
    case "transfer-out":
      return columns.account[row] === history.account
        ? negatedOf(head("units-went"), stated())
        : sumOf(head("units-came"), [stated()]);
    case "split": {
      const ratio = columns.details.get(row)!.ratio!;
      const scale = scaleOf(x.ledger.instruments[history.instrument]!, "quantity");
      const after = headOf("units-after-split", parts, undefined, "quantity");
      return differenceOf(head("units-split"), [shareOf(after, [held, ...ratioLeaves(x, row, ratio)], scale), held]);
    }
    case "merger":
    case "spin-off":
    case "symbol-change": {
      if (history.instrument === columns.instrument[row]) return negatedOf(head("units-all-went"), held);
      return sumOf(head(kind === "symbol-change" ? "units-renamed" : "units-came"), [unitsReceived(x, change)]);
    }
    default:
      return sumOf(head("units-came"), [stated()]);
  }
}

function ratioLeaves(
  x: Explanation,
  row: number,
  { numerator, denominator }: { readonly numerator: string; readonly denominator: string },
): [Trail, Trail] {
  const [new_, old] = [numerator, denominator].map((text) => textOf(parseFixedPoint(text))) as [string, string];
  return [
    statedField(x, row, "ratio.numerator", new_, "ratio-new-stated", "ratio"),
    statedField(x, row, "ratio.denominator", old, "ratio-old-stated", "ratio"),
  ];
}
