const internalSymbol = /^[A-Z]\d{6}$/;

/** Symbols of Questrade's own that stand for a security traded in two currencies. */
const knownSymbols: Readonly<Record<string, string>> = { H038778: "DLR.U.TO", G036247: "DLR.U.TO" };

const afterName =
  / (?:REINV@|WE ACTED AS |REC \d|PAY \d|CASH DIV|DIST |STK SPLIT|STOCK SPLIT|NON-RES TAX|TRANSFER|CASH IN LIEU|ON [\d.,]+ SHS)/;

/** The security's name: the description up to the words that say what happened. */
export function securityName(description: string): string {
  const end = description.search(afterName);
  return (end < 0 ? description : description.slice(0, end)).trim();
}

/** A row as far as names are concerned. */
export interface NamedRow {
  readonly symbol: string;
  readonly description: string;
}

/** Finds the traded symbol of a row: Questrade's internal ones are resolved by the security's name in other rows. */
export function symbolResolver(rows: Iterable<NamedRow>): (row: NamedRow) => string {
  const symbols = new Map<string, string>();
  for (const { symbol, description } of rows) {
    if (symbol !== "" && !internalSymbol.test(symbol)) symbols.set(securityName(description), symbol);
  }
  return ({ symbol, description }) => {
    if (!internalSymbol.test(symbol)) return symbol;
    return knownSymbols[symbol] ?? symbols.get(securityName(description)) ?? symbol;
  };
}
