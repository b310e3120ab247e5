import { decodedText } from '@/domain/import/chunks';
import { bytesAs, IMPORT_FORMATS, type Reader } from '@/domain/import/formats';
import { type Incoming, withinReason } from '@/domain/import/incoming';
import { isToBeTold, type Letters } from '@/domain/import/letters/decoder';
import { countLeft } from '@/domain/import/read';
import { Unreadable } from '@/domain/import/unreadable';
import { type Failure, fail } from '@/domain/result';
import { bytesOf, type Source } from './files';

/** Bounds of one message. */
const MOST_ITEMS = 500;
const MOST_TEXT = 1024 * 1024;

/** Some items of files as JSON text, small enough for one message, and how much of the files was read, 0 to 1. */
export interface FilePage {
  items: string;
  /** Names of fields that were left out, with the number of their entries since the page before. */
  left: [name: string, entries: number][];
  /** Files that were read otherwise than as UTF-8, since the page before. */
  letters: [file: string, letters: Letters][];
  part: number;
}

/** Reads files page by page; what it throws `readingFailure` has a sentence for. */
export type ReadFiles = (
  sources: readonly Source[],
  signal: AbortSignal,
) => AsyncIterable<FilePage>;

/** What files hold, one after the other; of several each place is said with its file. A section's place is its name. */
async function* itemsOf(
  sources: readonly Source[],
  look: (piece: Uint8Array) => void,
  hear: (file: string, letters: Letters) => void,
): AsyncGenerator<Incoming> {
  for (const { name, file, format, options } of sources) {
    const read: Reader = IMPORT_FORMATS[format];
    const named = (place: string): string => (sources.length > 1 ? `${name}, ${place}` : place);
    try {
      const heard = (letters: Letters): void => hear(name, letters);
      const text = decodedText(bytesOf(file, look), { ...bytesAs(format), heard });
      for await (const item of withinReason(read(text, options)))
        yield item.kind === 'section' ? item : { ...item, place: named(item.place) };
    } catch (error) {
      if (error instanceof Unreadable && sources.length > 1)
        throw new Unreadable(`${name}: ${error.message}`);
      throw error;
    }
  }
}

/** Reads files where it is called: in a worker, for a page's thread must not wait for what a file holds. */
export const readHere: ReadFiles = async function* (sources, signal) {
  const size = sources.reduce((all, { file }) => all + file.size, 0);
  let done = 0;
  const look = (piece: Uint8Array): void => {
    signal.throwIfAborted();
    done += piece.length;
  };
  let page: string[] = [];
  let length = 0;
  const left = new Map<string, number>();
  let letters: FilePage['letters'] = [];
  const hear = (file: string, heard: Letters): void => {
    if (isToBeTold(heard)) letters.push([file, heard]);
  };
  const pageOf = (): FilePage => ({
    items: `[${page.join(',')}]`,
    left: [...left],
    letters,
    part: size === 0 ? 1 : Math.min(1, done / size),
  });
  for await (const item of itemsOf(sources, look, hear)) {
    if (item.kind === 'left') {
      countLeft(left, item);
      continue;
    }
    const text = JSON.stringify(item);
    page.push(text);
    length += text.length;
    if (page.length < MOST_ITEMS && length < MOST_TEXT) continue;
    yield pageOf();
    [page, length, letters] = [[], 0, []];
    left.clear();
  }
  yield pageOf();
};

/** Why files could not be read. */
export function readingFailure(error: unknown): { ok: false; error: Failure } {
  if (error instanceof Unreadable) return fail('invalid', error.message);
  // An unforeseen fault. The library is untouched, and the person gets an answer instead of waiting forever.
  console.error(error);
  return fail('invalid', `The file could not be read (${String(error).replace(/\s+/g, ' ')}).`);
}
