/** A record that an undo would have to change, but that is no longer as the step left it. */
export interface ChangedSince {
  readonly table: string;
  readonly key: IDBValidKey;
  /** How a person knows it. */
  readonly name: string;
}

/**
 * What a step would take back has changed since by other ways: nothing was undone, and the error says which records.
 */
export class UndoConflictError extends Error {
  readonly code: "undo-conflict" = "undo-conflict";
  readonly changed: readonly ChangedSince[];

  constructor(changed: readonly ChangedSince[]) {
    const names = changed.slice(0, 5).map(({ name }) => name);
    const more = changed.length > names.length ? ` and ${changed.length - names.length} more` : "";
    super(`This can no longer be undone, because it has changed since: ${names.join("; ")}${more}.`);
    this.name = "UndoConflictError";
    this.changed = changed;
  }
}

/** A record in words: name, or kind and date, or its key. */
export function recordName(record: unknown, key: IDBValidKey): string {
  const { name, kind, tradeDate, id } = (record ?? {}) as Partial<Record<string, string>>;
  if (name !== undefined) return name;
  if (kind !== undefined && tradeDate !== undefined) return `${kind} of ${tradeDate} (${id ?? ""})`;
  return JSON.stringify(key);
}
