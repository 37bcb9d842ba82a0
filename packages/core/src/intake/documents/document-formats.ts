import type { DocumentFormat } from "./document-format.ts";
import { ghostfolioExport } from "./ghostfolio/ghostfolio-export.ts";
import { ofx } from "./ofx/ofx.ts";

/** Every format that is no table. No text fits two of them. */
export const documentFormats: readonly DocumentFormat[] = [ghostfolioExport, ofx];
