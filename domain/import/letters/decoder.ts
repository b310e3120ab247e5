import { Unreadable } from '@/domain/import/unreadable';
import { olderEncoding } from './older';
import { type Other, repairedUtf8, strayWords } from './utf8';

/** How a file's bytes were read as letters. */
export interface Letters {
  /** The encoding, as `TextDecoder` calls it. */
  encoding: string;
  /** Bytes that were none of UTF-8, though the file is. */
  repaired: number;
}

/** Whether a person is told how a file was read, for it was not simply Unicode. */
export const isToBeTold = ({ encoding, repaired }: Letters): boolean =>
  repaired > 0 || !encoding.startsWith('utf-');

/** How a file's bytes are letters, told by its mark, or by the zeros that UTF-16 has between plain letters. */
export function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of start.subarray(0, 200).entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = Math.min(start.length, 200) / 4;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : 'utf-8';
}

/** Decodes a file piece by piece. */
export interface Decoder {
  /** The text of a piece. Fails (`Unreadable`) with the place where it is none. */
  take: (piece: Uint8Array) => string;
  end: () => string;
  letters: () => Letters;
}

/** A decoder that takes nothing but one encoding. */
export function strictDecoder(encoding: string): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let read = 0;
  const taken = (piece?: Uint8Array): string => {
    const before = read;
    read += piece?.length ?? 0;
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw notUtf8(before, read);
    }
  };
  return { take: taken, end: taken, letters: () => ({ encoding, repaired: 0 }) };
}

const notUtf8 = (from: number, to: number): Unreadable =>
  new Unreadable(
    `The file is not text in UTF-8: between the bytes ${from} and ${to} there is something else. Save it as UTF-8, then import it again.`,
  );

/** Bytes by which the encoding is told, from the first piece on with letters that are not plain. */
const SAMPLE = 256 * 1024;

/** More letters before one that is not plain tell nothing of a word. */
const LONGEST_WORD = 40;

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

/**
 * A decoder for files that may be older than UTF-8: plain letters are the same in all encodings, so that the first
 * others tell which it is. People paste entries of one file into another: a byte in a file in UTF-8 that is none of it is
 * read in the encoding that such words are in, and a letter of UTF-8 in an older file of Latin letters is read as that.
 */
export function tolerantDecoder(): Decoder {
  let held: Uint8Array[] = [];
  /** The plain letters of a word that goes on with others. */
  let begun: Uint8Array = new Uint8Array();
  let [read, repaired] = [0, 0];
  let encoding = 'utf-8';
  let decode: ((bytes: Uint8Array, isEnd: boolean) => string) | null = null;

  /** In UTF-8, and what is none of it in another encoding: told by the first words that are none. */
  const mixed = (other?: Other): ((bytes: Uint8Array, isEnd: boolean) => string) => {
    let own = other;
    return (bytes, isEnd) => {
      let found = repairedUtf8(bytes, isEnd, own);
      if (found.bad > 0 && !own)
        found = repairedUtf8(bytes, isEnd, (own = olderEncoding(strayWords(bytes))));
      held = [found.rest];
      repaired += found.bad;
      return found.text;
    };
  };
  const begin = (
    sample: Uint8Array,
    isEnd: boolean,
  ): ((bytes: Uint8Array, isEnd: boolean) => string) => {
    const { bad, good } = repairedUtf8(sample, isEnd);
    if (bad <= good) return mixed();
    if (sample.includes(0)) throw notUtf8(read - sample.length, read);
    const words = joined([begun, sample]);
    const whole = olderEncoding(words);
    const older = whole.isLatin ? olderEncoding(strayWords(words)) : whole;
    encoding = older.label;
    if (older.isLatin) return mixed(older);
    const decoder = new TextDecoder(encoding);
    return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
  };
  /** Whether more is needed to tell the encoding. */
  const isWaiting = (): boolean =>
    !decode && held.reduce((length, { length: own }) => length + own, 0) < SAMPLE;
  const taken = (piece: Uint8Array, isEnd: boolean): string => {
    read += piece.length;
    if (!decode && held.length === 0 && piece.every((byte) => byte < 0x80)) {
      begun = joined([begun, piece]).slice(-LONGEST_WORD);
      return new TextDecoder().decode(piece);
    }
    held.push(piece);
    if (!isEnd && isWaiting()) return '';
    const bytes = joined(held);
    held = [];
    decode ??= begin(bytes, isEnd);
    return decode(bytes, isEnd);
  };
  return {
    take: (piece) => taken(piece, false),
    end: () => taken(new Uint8Array(), true),
    letters: () => ({ encoding, repaired: encoding === 'utf-8' ? repaired : 0 }),
  };
}
