/** A parsed JSON value whose numbers are still the text they were written as. */
export type JsonValue = string | boolean | null | NumberText | readonly JsonValue[] | JsonObject;

/** An object of JSON: read own fields only. */
export interface JsonObject {
  readonly [field: string]: JsonValue;
}

/** A number as written. */
export class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Parses JSON and keeps its numbers as text, since money is no float; undefined when it is no JSON.
 *
 * An engine that does not hand out the source gives the shortest text that means the same float, which is what
 * JavaScript programs write.
 */
export function parseJson(text: string): JsonValue | undefined {
  const keepText = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
    typeof value === "number" ? new NumberText(context?.source ?? String(value)) : value;
  try {
    return JSON.parse(text, keepText) as JsonValue;
  } catch {
    return undefined;
  }
}

/** An object, or undefined for any other value. */
export function asObject(value: JsonValue | undefined): JsonObject | undefined {
  const isObject = typeof value === "object" && value !== null && !isList(value) && !(value instanceof NumberText);
  return isObject ? value : undefined;
}

/** The items of a list; none for any other value. */
export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isList(value) ? value : [];
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A field of its own, never one of the prototype. */
export function fieldOf(object: JsonObject | undefined, field: string): JsonValue | undefined {
  return object !== undefined && Object.hasOwn(object, field) ? object[field] : undefined;
}

/** A text field; "" when it is absent or no text. */
export function textOf(object: JsonObject | undefined, field: string): string {
  const value = fieldOf(object, field);
  return typeof value === "string" ? value.trim() : "";
}
