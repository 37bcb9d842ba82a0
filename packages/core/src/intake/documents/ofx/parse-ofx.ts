import type { OfxElement } from "./ofx-element.ts";

interface OpenElement extends OfxElement {
  readonly children: OfxElement[];
}

/** Deeper than any statement nests. */
const deepest = 32;

/**
 * Parses OFX, the SGML of version 1 (leaves are not closed) and the XML of version 2 alike.
 *
 * Knows no document types and no entities but the five of XML and numbers, so nothing in a file can expand. Undefined:
 * the elements do not nest, or the file breaks off.
 */
export function parseOfx(text: string): OfxElement | undefined {
  const start = text.search(/<OFX>/i);
  if (start < 0 || /<!(DOCTYPE|ENTITY)/i.test(text)) return undefined;
  const root: OpenElement = { tag: "", text: "", children: [] };
  const open: OpenElement[] = [root];
  for (const [, closing, name = "", content = ""] of text.slice(start).matchAll(/<(\/?)([A-Z0-9._]+)>([^<]*)/gi)) {
    const tag = name.toUpperCase();
    const value = content.trim();
    if (closing === "/") {
      if (!close(open, tag)) return undefined;
    } else if (value === "") {
      const element: OpenElement = { tag, text: "", children: [] };
      open.at(-1)?.children.push(element);
      if (open.push(element) > deepest) return undefined;
    } else open.at(-1)?.children.push({ tag, text: withoutEntities(value), children: [] });
  }
  return open.length === 1 ? root.children[0] : undefined;
}

/**
 * Closes an element. A leaf is closed already; empty leaves of version 1, which looked like aggregates, end with the
 * aggregate around them.
 */
function close(open: OpenElement[], tag: string): boolean {
  const last = open.at(-1);
  const at = open.findLastIndex((element) => element.tag === tag);
  if (at < 1) return last?.children.at(-1)?.tag === tag;
  if (at < open.length - 1 && last?.children.at(-1)?.tag === tag) return true;
  for (let depth = open.length - 1; depth > at; depth--) {
    const leaf = open[depth];
    const parent = open[depth - 1];
    // What followed an empty leaf belongs beside it.
    if (leaf !== undefined && parent !== undefined) parent.children.push(...leaf.children.splice(0));
  }
  open.length = at;
  return true;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function withoutEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|([a-z]+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (entities[name ?? ""] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
