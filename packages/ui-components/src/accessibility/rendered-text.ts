/** All that a person or a screen reader can get at: text, titles, labels, alternatives, through shadow roots. */
export function renderedText(node: Node): string {
  if (node instanceof HTMLStyleElement) return "";
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  const own =
    node instanceof Element
      ? ["title", "aria-label", "alt", "aria-valuetext", "aria-description"]
          .map((name) => node.getAttribute(name) ?? "")
          .join(" ")
      : "";
  const inside =
    node instanceof Element && node.shadowRoot ? [node.shadowRoot, ...node.childNodes] : [...node.childNodes];
  return `${own} ${inside.map(renderedText).join(" ")}`;
}
