import type * as z from 'zod/mini';

/** A type with every optional property, of every depth, required: what a schema that forgets one no longer matches. */
export type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> }
    : T;

/** Whether two types have the same properties, those that may be left out too. */
type IsAlike<A, B> = [Whole<A>] extends [Whole<B>]
  ? [Whole<B>] extends [Whole<A>]
    ? true
    : false
  : false;

/**
 * The names of a table whose schemas give something else than the type of that name, be it only by an optional
 * property: zod drops what a schema does not name, without a word. `never` where all are whole.
 */
export type Incomplete<Types, Schemas> = {
  [K in keyof Schemas & keyof Types]: Schemas[K] extends z.ZodMiniType<infer Output>
    ? IsAlike<Output, Types[K]> extends true
      ? never
      : K
    : K;
}[keyof Schemas & keyof Types];

/** Compiles for `never` alone; an error names what is left. */
export type Nothing<T extends never> = T;
