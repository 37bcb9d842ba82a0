import type { PortfolioContent } from "./portfolio-content.ts";

/** Text of a content, in pieces of bounded size: one text of everything would stand in memory a second time. */
export function* contentPieces(content: PortfolioContent): Generator<ContentPiece> {
  const { transactions, ...rest } = content;
  yield { part: "records", content: rest };
  for (let start = 0; start < transactions.length; start += piece)
    yield { part: "transactions", rows: transactions.slice(start, start + piece) };
}

/** Rows in a piece of an archive: a chunk of about a quarter of a megabyte. */
const piece = 5000;

/** A piece of a portfolio's content: everything but transactions first, then transactions in their order. */
export type ContentPiece =
  | { readonly part: "records"; readonly content: Omit<PortfolioContent, "transactions"> }
  | { readonly part: "transactions"; readonly rows: PortfolioContent["transactions"] };

/** A content from its pieces. */
export function contentFromPieces(pieces: readonly ContentPiece[]): PortfolioContent | undefined {
  const records = pieces.find((each) => each.part === "records");
  if (records === undefined) return undefined;
  return {
    ...records.content,
    transactions: pieces.flatMap((each) => (each.part === "transactions" ? each.rows : [])),
  };
}
