import type { BrokerFormat } from "./brokers/broker-format.ts";
import { allBrokerFormats } from "./brokers/broker-formats.ts";
import type { Row } from "./csv/row.ts";

/** A broker's format recognised in a file. */
export interface DetectedFormat {
  readonly format: BrokerFormat;
  /** The position of the header among the rows. */
  readonly headerIndex: number;
}

/** Recognises a broker's format by the words of its header, never by the file's name; undefined when none fits. */
export function detectFormat(rows: readonly Row[]): DetectedFormat | undefined {
  for (const format of allBrokerFormats) {
    const headerIndex = format.locate(rows);
    if (headerIndex !== undefined) return { format, headerIndex };
  }
  return undefined;
}
