import type { Row } from "../../csv/row.ts";
import type { ActivityPreset } from "./activity-preset.ts";

/** What is known of a file beside its rows; "" where it is not. */
export interface FileFacts {
  readonly account: string;
  readonly currency: string;
  readonly priceCurrency: string;
}

/** What the lines above the header tell of the file, and the preset where they tell nothing. */
export function fileFacts(above: readonly Row[], preset: ActivityPreset): FileFacts {
  const { preamble = {}, currency = "", priceCurrency = "" } = preset;
  const lines = above.map(({ cells }) =>
    cells
      .map((cell) => cell.trim())
      .join(" ")
      .trim(),
  );
  const told = (pattern: RegExp | undefined): string | undefined =>
    pattern === undefined ? undefined : lines.map((line) => pattern.exec(line)?.[1]?.trim()).find(Boolean);
  return { account: told(preamble.account) ?? "", currency: told(preamble.currency) ?? currency, priceCurrency };
}
