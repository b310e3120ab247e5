import { Unreadable } from './unreadable';

/** How a file's bytes are letters, told by its mark, or by the zeros that UTF-16 has between plain letters. */
export function encodingOf(start: Uint8Array): string {
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

/** Both bytes of a pair in GB 2312 are at least this. */
const PAIRED = 0xa1;
/** The first byte of a Chinese character, from and to. */
const HANZI = [0xb0, 0xf7] as const;
/** The first Cyrillic letter of Windows; above it are letters alone. */
const CYRILLIC = 0xc0;
const MOSTLY = 0.8;

/** How many of some bytes pass a test, as a share of all. */
const share = (bytes: Uint8Array, passes: (byte: number, at: number) => boolean): number =>
  bytes.length === 0 ? 0 : bytes.filter(passes).length / bytes.length;

/**
 * How bytes that are no UTF-8 are letters. High bytes are by themselves in Windows' Latin letters. Where they come
 * together, they are Russian (Windows-1251) if nearly all are letters there; and Chinese (GB 18030, which holds
 * GB 2312) if they are pairs, most of which are Chinese characters.
 */
function olderEncoding(bytes: Uint8Array): 'windows-1252' | 'windows-1251' | 'gb18030' {
  const isHigh = (at: number): boolean => (bytes[at] ?? 0) >= 0x80;
  const high = bytes.filter((_, at) => isHigh(at));
  const together = bytes.filter((_, at) => isHigh(at) && (isHigh(at - 1) || isHigh(at + 1)));
  if (together.length < high.length * MOSTLY) return 'windows-1252';
  if (share(high, (byte) => byte >= CYRILLIC) > 0.9) return 'windows-1251';
  const firsts: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) if (isHigh(at)) firsts.push(bytes[at++] ?? 0);
  const isPaired = share(high, (byte) => byte >= PAIRED) > 0.95;
  const isHanzi = share(Uint8Array.from(firsts), (byte) => byte >= HANZI[0] && byte <= HANZI[1]);
  return isPaired && isHanzi > MOSTLY ? 'gb18030' : 'windows-1252';
}

const isPlain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/** The bytes at the end that are no plain letters: they may go on in the next piece. */
function openEnd(bytes: Uint8Array): Uint8Array {
  let from = bytes.length;
  while (from > 0 && (bytes[from - 1] ?? 0) >= 0x80 && bytes.length - from < 4) from -= 1;
  return bytes.slice(from);
}

/** Decodes a file piece by piece. */
export class Decoder {
  private decoder: TextDecoder;
  private read = 0;
  /** Whether all that was read so far is the same in UTF-8 and in older encodings, but for an open end. */
  private isUndecided: boolean;
  private open: Uint8Array = new Uint8Array();

  constructor(encoding: string, mayBeOld: boolean) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
    this.isUndecided = mayBeOld && encoding === 'utf-8';
  }

  /** The text of a piece. Fails (`Unreadable`) with the place where it is none. */
  take(piece: Uint8Array): string {
    const before = this.read;
    this.read += piece.length;
    try {
      const text = this.decoder.decode(piece, { stream: true });
      this.heed(piece);
      return text;
    } catch {
      return this.older(piece, before);
    }
  }

  end(): string {
    try {
      return this.decoder.decode();
    } catch {
      return this.older(new Uint8Array(), this.read);
    }
  }

  private heed(piece: Uint8Array): void {
    if (!this.isUndecided) return;
    this.open = openEnd(piece);
    this.isUndecided = isPlain(piece.subarray(0, piece.length - this.open.length));
  }

  private older(piece: Uint8Array, before: number): string {
    if (!this.isUndecided || piece.includes(0))
      throw new Unreadable(
        `The file is not text in UTF-8: between the bytes ${before} and ${this.read} there is something else. Save it as UTF-8, then import it again.`,
      );
    this.isUndecided = false;
    const all = new Uint8Array(this.open.length + piece.length);
    all.set(this.open);
    all.set(piece, this.open.length);
    this.decoder = new TextDecoder(olderEncoding(all));
    return this.decoder.decode(all, { stream: true });
  }
}
