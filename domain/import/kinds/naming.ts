import type { Chunks } from '@/domain/import/chunks';
import { Unreadable } from '@/domain/import/unreadable';
import { textKind } from './texts';

/** How much of a text tells what it is, characters. */
const START = 20_000;

type Read<Options, Item> = (chunks: Chunks, options: Options) => AsyncIterable<Item>;

/**
 * A reader that names a file which it can't read: what it is, or that nothing is in it. Strict formats are told by
 * what they say themselves, and are asked first; a `loose` one would find papers in other formats too, and is asked last.
 */
export const naming = <Options, Item>(
  read: Read<Options, Item>,
  { loose = false }: { loose?: boolean } = {},
): Read<Options, Item> =>
  async function* (chunks, options) {
    const seen = new Seen(chunks);
    if (loose) refuse(textKind(await seen.start()));
    try {
      yield* read(seen.all(), options);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      if (seen.isEmpty) throw new Unreadable('The file is empty.');
      refuse(textKind(seen.text));
      throw error;
    }
  };

function refuse(kind: string | null): void {
  if (kind !== null) throw new Unreadable(kind);
}

/** A text that is read once, with its beginning kept. */
class Seen {
  text = '';
  private isBlank = true;
  private isWhole = false;
  private readonly held: string[] = [];
  private readonly pieces: AsyncIterator<string> | Iterator<string>;

  constructor(chunks: Chunks) {
    this.pieces =
      Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  }

  /** Whether the text came to its end and says nothing. */
  get isEmpty(): boolean {
    return this.isWhole && this.isBlank;
  }

  private async next(): Promise<string | null> {
    const { done, value } = await this.pieces.next();
    this.isWhole = done === true;
    if (done) return null;
    this.isBlank &&= value.trim() === '';
    // What is told by its beginning may begin with empty lines.
    if (!this.isBlank && this.text.length < START) this.text += value.slice(0, START);
    return value;
  }

  /** The beginning, before anybody reads it. */
  async start(): Promise<string> {
    while (this.text.length < START) {
      const piece = await this.next();
      if (piece === null) break;
      this.held.push(piece);
    }
    return this.text;
  }

  async *all(): AsyncGenerator<string> {
    try {
      yield* this.held;
      for (let piece = await this.next(); piece !== null; piece = await this.next()) yield piece;
    } finally {
      await this.pieces.return?.();
    }
  }
}
