/** The key of a portfolio's setting among the rows of `settings`, where counters stand beside it under bare names. */
export function settingKey(name: string): string {
  return `setting:${name}`;
}
