import ts from "typescript";
import type { PublicSymbol } from "./public-symbols.ts";
import { wayToThrow } from "./way-to-throw.ts";

/** What is wrong with the doc comment of a public symbol (house style: doc comments), one line each. */
export function commentFaults(checker: ts.TypeChecker, { name, entryPoint, symbol }: PublicSymbol): string[] {
  const comment = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const tags = new Set(symbol.getJsDocTags(checker).map((tag) => tag.name));
  const declaration = symbol.declarations?.find((one) => ts.isFunctionDeclaration(one));
  const faults: string[] = [];
  // A sentence: it begins like one, has more than a word or two, and ends.
  if (!/^[A-Z`].{20,}?[.:?](?=\s|$)/s.test(comment)) faults.push("has no sentence that says what it is");
  if (declaration !== undefined) {
    if (mayLackValue(checker, declaration) && !/undefined/i.test(comment))
      faults.push("does not say when it is undefined");
    const way = wayToThrow(checker, declaration);
    if (way !== undefined && !tags.has("throws")) faults.push(`throws without @throws: ${way.join(" > ")}`);
    if (way === undefined && tags.has("throws")) faults.push("has @throws and throws nothing");
  }
  return faults.map((fault) => `${entryPoint}: ${name} ${fault}`);
}

/** Whether a function may answer undefined, or a measure without a value. */
function mayLackValue(checker: ts.TypeChecker, declaration: ts.FunctionDeclaration): boolean {
  const type = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(declaration)!);
  const isOptional = type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
  return isOptional || /\b(Measured|RateResult)\b/.test(checker.typeToString(type));
}
