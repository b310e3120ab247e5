/** Values by tag, in the order of the file. */
export class TaggedEntry {
  private readonly byTag = new Map<string, string[]>();

  add(tag: string, value: string): void {
    const values = this.byTag.get(tag);
    if (values) values.push(value);
    else this.byTag.set(tag, [value]);
  }

  /** Adds a line to the value that was added last under a tag. */
  goOn(tag: string, line: string, glue: string): void {
    const values = this.byTag.get(tag);
    const last = values?.pop();
    if (values && last !== undefined) values.push(`${last}${glue}${line}`);
  }

  /** The values of several tags that say something. */
  all(...tags: string[]): string[] {
    return tags
      .flatMap((tag) => this.byTag.get(tag) ?? [])
      .map((value) => value.trim())
      .filter(Boolean);
  }

  /** The first of several tags that has a value. */
  first(...tags: string[]): string | undefined {
    return this.all(...tags)[0];
  }

  /** All values that say something. */
  get values(): string[] {
    return this.all(...this.byTag.keys());
  }

  /** Tags that say something and are none of these. */
  others(taken: ReadonlySet<string>): string[] {
    return [...this.byTag.keys()].filter((tag) => !taken.has(tag) && this.all(tag).length > 0);
  }
}

/** How a format writes its entries as lines with tags. */
export interface TagGrammar {
  /** A line with a tag and its value. */
  line: RegExp;
  /** Whether a tag begins an entry, by the one that is open and by an empty line before it. */
  begins: (tag: string, open: TaggedEntry | null, isAfterGap: boolean) => boolean;
  /** Tags that end an entry. */
  ends: RegExp;
  /** What an empty line does. */
  isParted: boolean;
  /** What a line without a tag is joined with to the value before; tells by the tag. */
  glue: (tag: string) => string;
  /** A line that goes on, as it is meant. */
  plain?: (line: string) => string;
}

/** The entries of a file, each with the number of its first line. Lines without a tag go on with the value before. */
export function* taggedEntries(
  text: string,
  { line: pattern, begins, ends, isParted, glue, plain = (line) => line }: TagGrammar,
): Generator<[line: number, entry: TaggedEntry]> {
  let entry: TaggedEntry | null = null;
  let at = '';
  let first = 0;
  let isAfterGap = false;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const [found, tag = '', value = ''] = pattern.exec(line) ?? [];
    const isEnd = found === undefined ? isParted && line.trim() === '' : ends.test(tag);
    if (found !== undefined && begins(tag, entry, isAfterGap)) {
      if (entry) yield [first, entry];
      [entry, first] = [new TaggedEntry(), index + 1];
    } else if (isEnd) {
      if (entry) yield [first, entry];
      entry = null;
    } else if (found === undefined) entry?.goOn(at, plain(line), glue(at));
    if (found !== undefined && entry) entry.add((at = tag), value.trim());
    isAfterGap = line.trim() === '';
  }
  if (entry) yield [first, entry];
}
