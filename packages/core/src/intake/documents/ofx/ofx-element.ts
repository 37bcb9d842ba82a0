/** An element of an OFX document: a leaf has text, an aggregate has children. */
export interface OfxElement {
  readonly tag: string;
  readonly text: string;
  readonly children: readonly OfxElement[];
}

/** The first element on a path of tags below another one. */
export function elementAt(element: OfxElement | undefined, ...path: readonly string[]): OfxElement | undefined {
  return path.reduce<OfxElement | undefined>(
    (found, tag) => found?.children.find((child) => child.tag === tag),
    element,
  );
}

/** The text of the leaf at a path; "" when there is none. */
export function textAt(element: OfxElement | undefined, ...path: readonly string[]): string {
  return elementAt(element, ...path)?.text ?? "";
}

/** Every element with one of these tags, at any depth, outermost first. */
export function elementsNamed(element: OfxElement, tags: ReadonlySet<string>): readonly OfxElement[] {
  return element.children.flatMap((child) => (tags.has(child.tag) ? [child] : elementsNamed(child, tags)));
}
