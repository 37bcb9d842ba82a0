/** A broker or program, and which of its files are recognised. */
export interface KnownBroker {
  readonly name: string;
  readonly files: readonly string[];
}

/** A few from several countries, shown at once; the others follow by name. */
const first = [
  "Questrade",
  "Interactive Brokers",
  "Trading 212",
  "DEGIRO",
  "Charles Schwab",
  "Trade Republic",
  "Fidelity",
  "Wealthsimple",
];

/** Formats such as "Fidelity: account history" by broker: the usual ones first, then in the order of their names. */
export function brokersOf(formats: readonly string[]): KnownBroker[] {
  const files = new Map<string, string[]>();
  for (const format of formats) {
    const [name, file = ""] = format.split(": ", 2) as [string, string?];
    files.set(name, [...(files.get(name) ?? []), file]);
  }
  const rank = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);
  return [...files]
    .map(([name, own]) => ({ name, files: own.filter(Boolean) }))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));
}
