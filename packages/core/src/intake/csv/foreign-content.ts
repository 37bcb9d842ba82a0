/** What a file that is no delimited text turns out to be, and what its owner can do. */
export interface ForeignContent {
  readonly what: string;
  readonly remedy: string;
}

const asCsv = "Export the transactions as CSV and import that file.";

const asOfx = "Export the transactions as OFX, QFX or CSV and import that file.";
const portfolioPerformance =
  "Export all transactions as CSV in Portfolio Performance (File, Export) and import that file.";

const signatures: readonly { readonly bytes: readonly number[]; readonly content: ForeignContent }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], content: { what: "a PDF document", remedy: asCsv } },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    content: {
      what: "a spreadsheet (XLSX) or a ZIP archive",
      remedy: "Unpack it, or open it in a spreadsheet program and save the sheet as CSV.",
    },
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    content: {
      what: "an old spreadsheet (XLS)",
      remedy: "Open it in a spreadsheet program and save the sheet as CSV.",
    },
  },
  {
    bytes: [0x1f, 0x8b],
    content: { what: "a compressed file (gzip)", remedy: "Unpack it and import the file inside." },
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], content: { what: "a picture", remedy: asCsv } },
  { bytes: [0xff, 0xd8, 0xff], content: { what: "a picture", remedy: asCsv } },
];

/** Tells a file that is no delimited text by its first bytes; undefined when it may be one. */
export function foreignContent(bytes: Uint8Array): ForeignContent | undefined {
  return signatures.find(({ bytes: start }) => start.every((byte, at) => bytes[at] === byte))?.content;
}

/** Tells text that is no table: a web page, a JSON document, or bytes that are no text at all. */
export function foreignText(text: string): ForeignContent | undefined {
  const start = text.slice(0, 4096);
  if (start.includes("\0")) return { what: "not text", remedy: asCsv };
  if (/^\s*(<\?xml[^>]*>\s*)?<client[ >]/.test(start)) {
    return { what: "a document of Portfolio Performance", remedy: portfolioPerformance };
  }
  if (/^\s*!(Type|Account|Option):?/i.test(start))
    return { what: "a QIF file, which names no currency", remedy: asOfx };
  if (/^\s*<(!doctype|html|\?xml)/i.test(start)) {
    return {
      what: "a web page or an XML document",
      remedy: "Download the file itself, as CSV, while logged in at the broker.",
    };
  }
  if (/^\s*(\{\s*"|\[\s*[[{])/.test(start)) return { what: "a JSON document", remedy: asCsv };
  return undefined;
}
