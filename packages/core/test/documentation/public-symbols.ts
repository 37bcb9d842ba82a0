import ts from "typescript";

/** A symbol that a program can import, where from, and its own declaration. */
export interface PublicSymbol {
  readonly name: string;
  readonly entryPoint: string;
  readonly symbol: ts.Symbol;
}

/** Everything that the entry points export, once for each of them. */
export function publicSymbols(program: ts.Program, entryPoints: ReadonlyMap<string, string>): PublicSymbol[] {
  const checker = program.getTypeChecker();
  return [...entryPoints].flatMap(([entryPoint, file]) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} exports nothing.`);
    return checker
      .getExportsOfModule(module)
      .map((exported) => ({ name: exported.name, entryPoint, symbol: originOf(checker, exported) }));
  });
}

/** The symbol itself, not its re-export. */
export function originOf(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
