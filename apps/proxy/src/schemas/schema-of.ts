import { Type, type Static, type TSchema, type TUnsafe } from "typebox";

/** A TypeBox schema whose values have the type `T`. */
export type Schema<T> = TUnsafe<T>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? unknown : never) : never;

/**
 * Ties a TypeBox schema to the interface it describes.
 *
 * The interface carries the doc comments and can be exported under `isolatedDeclarations`; the compiler refuses a schema
 * that has drifted from it, so both remain one definition.
 *
 * @example
 * export const problemSchema: Schema<Problem> = schemaOf<Problem>()(Type.Object({ code: Type.String() }));
 */
export function schemaOf<T>(): <S extends TSchema>(schema: S & Same<Static<S>, T>) => Schema<T> {
  return (schema) => Type.Unsafe<T>(schema);
}
