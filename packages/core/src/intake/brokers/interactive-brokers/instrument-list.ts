import type { InstrumentReference } from "../../../transactions/transaction-draft.ts";
import { type PrintedInstrument, instrumentOf } from "../../reading/instrument-of.ts";
import type { StatementSection } from "./statement-sections.ts";

/** What the statement tells of its instruments: references by ticker, and out of a text that begins with one. */
export interface InstrumentList {
  readonly byTicker: (ticker: string, more?: PrintedInstrument) => InstrumentReference | undefined;
  /** Reads `MSFT(US5949181045) Cash Dividend …`; undefined when the text begins otherwise. */
  readonly inText: (text: string, more?: PrintedInstrument) => InstrumentReference | undefined;
}

interface Listed {
  readonly isin: string;
  readonly name: string;
}

/** Reads the tables "Financial Instrument Information". */
export function instrumentList(sections: readonly StatementSection[]): InstrumentList {
  const listed = new Map<string, Listed>();
  for (const { name, header, rows } of sections) {
    if (name !== "financial instrument information") continue;
    const at = (column: string): number => header.cells.findIndex((cell) => cell.trim().toLowerCase() === column);
    const [symbol, isin, description] = [at("symbol"), at("security id"), at("description")];
    for (const { cells } of rows) {
      const entry = { isin: cells[isin]?.trim() ?? "", name: cells[description]?.trim() ?? "" };
      for (const ticker of (cells[symbol] ?? "").split(",")) listed.set(ticker.trim(), entry);
    }
  }
  function byTicker(ticker: string, more: PrintedInstrument = {}): InstrumentReference | undefined {
    const known = listed.get(ticker);
    return instrumentOf({ ticker, ...more, isin: more.isin ?? known?.isin, name: more.name ?? known?.name });
  }
  function inText(text: string, more: PrintedInstrument = {}): InstrumentReference | undefined {
    const match = /^([^()]{1,24}?)\s*\(([A-Z]{2}[A-Z0-9]{9}\d)\)/.exec(text);
    return match === null ? undefined : byTicker(match[1] ?? "", { ...more, isin: match[2] });
  }
  return { byTicker, inText };
}
