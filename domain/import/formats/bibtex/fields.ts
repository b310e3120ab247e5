import type { BibEntry } from './grammar';

/** An entry's fields by name. A repeated field has both values. */
export class BibFields {
  private readonly byName: Map<string, string[]>;

  constructor(fields: BibEntry['fields']) {
    this.byName = new Map();
    for (const [name, value] of fields) {
      const known = this.byName.get(name);
      if (known) known.push(value);
      else this.byName.set(name, [value]);
    }
  }

  /** All values of several fields that say something, in the order of the names. */
  all(...names: string[]): string[] {
    return names
      .flatMap((name) => this.byName.get(name) ?? [])
      .filter((value) => value.trim() !== '');
  }

  /** The first value of several fields. */
  first(...names: string[]): string | undefined {
    return this.all(...names)[0];
  }

  /** All values that say something. */
  get values(): string[] {
    return this.all(...this.byName.keys());
  }

  get names(): string[] {
    return [...this.byName.keys()];
  }
}
