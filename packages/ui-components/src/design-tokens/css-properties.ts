import { nothing } from "lit";
import {
  directive,
  Directive,
  PartType,
  type DirectiveResult,
  type ElementPart,
  type PartInfo,
} from "lit/directive.js";

/** Sets styles through the CSSOM. Lit's `styleMap` writes a style attribute first, which a strict policy blocks. */
class CssPropertiesDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("cssProperties stands on an element, not in an attribute");
  }

  render(_properties: Readonly<Record<string, string>>): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [properties]: [Readonly<Record<string, string>>]): typeof nothing {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    return nothing;
  }
}

/**
 * Sets CSS properties on the element it stands on, under `style-src 'self'` too. Keep the set of names constant.
 *
 * @example
 * html`<i ${cssProperties({ "inline-size": "40%" })}></i>`
 */
export function cssProperties(
  properties: Readonly<Record<string, string>>,
): DirectiveResult<typeof CssPropertiesDirective> {
  return makeCssProperties(properties);
}

const makeCssProperties = directive(CssPropertiesDirective);
