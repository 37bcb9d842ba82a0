/** A reason in words for people: what a browser or a library puts in brackets, "(TypeError: Failed to fetch)", is left out. */
export function plainReason(reason: string): string {
  return reason.replace(/\s*\((?:[A-Z]\w*(?:Error|Exception)|Error)\b[^()]*\)/g, "").trim();
}
