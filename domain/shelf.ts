/** Room outside the library's database for values by their names; what is set together is there together or not at all. */
export interface Shelf {
  get: (key: string) => Promise<unknown>;
  /** The names of all values; `null` where the browser does not tell them by themselves. */
  keys: () => Promise<string[] | null>;
  set: (values: Record<string, unknown>) => Promise<void>;
  remove: (keys: string[]) => Promise<void>;
}
