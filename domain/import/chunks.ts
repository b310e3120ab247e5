import { Unreadable } from './unreadable';

/** A file's text, piece by piece. */
export type Chunks = AsyncIterable<string> | Iterable<string>;

/** Files that must be in memory as a whole to be read; larger ones are refused, characters. */
export const LARGEST_WHOLE = 64 * 1024 * 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const GZIP = [0x1f, 0x8b];

const beginsWith = (bytes: Uint8Array, magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** The text of bytes in UTF-8, without the mark at its start. Fails (`Unreadable`) at the first byte that is none. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  for await (const piece of bytes) {
    if (read === 0) refuseArchives(piece);
    yield decode(decoder, piece, read);
    read += piece.length;
  }
  yield decode(decoder, null, read);
}

function refuseArchives(start: Uint8Array): void {
  if (beginsWith(start, ZIP))
    throw new Unreadable('This is a zip file: unpack it, then import the files that are in it.');
  if (beginsWith(start, GZIP))
    throw new Unreadable('This file is compressed: unpack it, then import what is in it.');
}

function decode(decoder: TextDecoder, piece: Uint8Array | null, before: number): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    const until = before + (piece?.length ?? 0);
    throw new Unreadable(
      `The file is not text in UTF-8: between the bytes ${before} and ${until} there is something else. Save it as UTF-8, then import it again.`,
    );
  }
}

/** The whole text. Fails when it is larger than what is held in memory. */
export async function wholeText(chunks: Chunks): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of chunks) {
    length += piece.length;
    if (length > LARGEST_WHOLE)
      throw new Unreadable(
        `The file is larger than ${LARGEST_WHOLE / 1024 / 1024} MB: split it, then import the parts.`,
      );
    pieces.push(piece);
  }
  return pieces.join('');
}
