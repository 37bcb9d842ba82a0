import ts from "typescript";
import { originOf } from "./public-symbols.ts";

/**
 * Functions that parse decimal text which cannot be wrong any more: `packTransactions` has refused it, or it was written
 * by core itself, or the error is caught and answered.
 */
const cannotThrow = new Set(["pushCashEffects", "bookedLines", "scalesFor", "foldRows", "exactAmount", "isDecimal"]);

/** How a function comes to throw a PortfolioError: the names of the functions on the way; undefined when it does not. */
export function wayToThrow(
  checker: ts.TypeChecker,
  declaration: ts.Node,
  seen: Set<ts.Node> = new Set(),
): string[] | undefined {
  const name = nameOf(declaration);
  if (seen.has(declaration) || cannotThrow.has(name)) return undefined;
  seen.add(declaration);
  const called: ts.Node[] = [];
  let throwsItself = false;
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && node.expression.getText().startsWith("new PortfolioError")) throwsItself = true;
    const target = ts.isCallExpression(node) ? ownDeclaration(checker, node.expression) : undefined;
    if (target !== undefined) called.push(target);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  if (throwsItself) return [name];
  for (const target of called) {
    const way = wayToThrow(checker, target, seen);
    if (way !== undefined) return [name, ...way];
  }
  return undefined;
}

function ownDeclaration(checker: ts.TypeChecker, callee: ts.Expression): ts.Node | undefined {
  const symbol = checker.getSymbolAtLocation(callee);
  const declaration = symbol && originOf(checker, symbol).valueDeclaration;
  return declaration?.getSourceFile().fileName.includes("/node_modules/") === false ? declaration : undefined;
}

function nameOf(declaration: ts.Node): string {
  return ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration)
    ? (declaration.name?.getText() ?? "")
    : "";
}
