import ts from "typescript";
import type { Example } from "./find-examples.ts";
import type { PublicSymbol } from "./public-symbols.ts";

/** What a run of an example leaves behind: each value that it states, and the one that came out. */
export interface Checks {
  readonly checks: readonly { readonly line: number; readonly actual: unknown; readonly expected: unknown }[];
}

/**
 * An example as a module: what it uses of the library is imported, and each `// => value` beside or below a statement
 * becomes a check of that statement's value. Its lines stay where they were, one further down.
 */
export function exampleProgram({ place, code }: Example, symbols: readonly PublicSymbol[]): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ESNext, true);
  const head = `${importsFor(source, symbols)} export const checks: unknown[] = [];\n`;
  let body = "";
  let checked = 0;
  for (const statement of source.statements) {
    const text = code.slice(statement.getFullStart(), statement.end);
    const expected = /^[ \t]*\n?[ \t]*\/\/ => ([^\n]*)/.exec(code.slice(statement.end))?.[1];
    body += expected === undefined ? text : withCheck(statement, text, expected);
    if (expected !== undefined) checked++;
  }
  const stated = code.split("// =>").length - 1;
  if (stated !== checked) throw new Error(`${place}: a "// =>" stands neither beside nor below a statement.`);
  return `${head}${body}\nexport {};\n`;
}

function withCheck(statement: ts.Statement, text: string, expected: string): string {
  const line = statement.getSourceFile().getLineAndCharacterOfPosition(statement.getStart()).line;
  const check = (actual: string): string =>
    `checks.push({ line: ${line}, actual: ${actual}, expected: (${expected}) });`;
  if (ts.isExpressionStatement(statement)) {
    const lead = text.slice(0, statement.getStart() - statement.getFullStart());
    return lead + check(`(${statement.expression.getText()})`);
  }
  const name = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]!.name.getText()
    : undefined;
  if (name === undefined) throw new Error(`"// => ${expected}" belongs to a statement without a value.`);
  return `${text} ${check(name)}`;
}

/** Doc comments and short blocks leave out the imports of the library; what a block imports itself stays its own. */
function importsFor(source: ts.SourceFile, symbols: readonly PublicSymbol[]): string {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    const isDeclaration =
      ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isImportSpecifier(node) || ts.isParameter(node);
    if (isDeclaration && ts.isIdentifier(node.name)) declared.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const imports: string[] = [];
  for (const { name, entryPoint, symbol } of symbols) {
    if (!used.has(name) || declared.has(name)) continue;
    declared.add(name);
    const isType = (symbol.flags & ts.SymbolFlags.Value) === 0;
    imports.push(`import { ${isType ? "type " : ""}${name} } from "${entryPoint}";`);
  }
  return imports.join(" ");
}
