/** What bytes are in UTF-8. */
export interface Repaired {
  text: string;
  /** An end that may go on with the next bytes. */
  rest: Uint8Array;
  /** Bytes that are none of UTF-8; they are read in another encoding. */
  bad: number;
  /** Letters of two bytes and more. */
  good: number;
}

/** Another encoding, for bytes that are none of UTF-8. */
export interface Other {
  /** As `TextDecoder` calls it. */
  label: string;
  /** Its letters may be two bytes: all bytes beside a wrong one are in it. */
  isPaired: boolean;
}

/** How many bytes of a letter follow its first; `undefined` for a byte that begins none. */
function following(lead: number): number | undefined {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : undefined;
}

const isTrail = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** The length of the letter at a place; 0 where there is none, `null` where the bytes end within it. */
function letterAt(bytes: Uint8Array, at: number): number | null {
  const count = following(bytes[at] ?? 0);
  if (count === undefined) return 0;
  for (let next = 1; next <= count; next += 1) {
    if (at + next >= bytes.length) return null;
    if (!isTrail(bytes[at + next])) return 0;
  }
  return count + 1;
}

const UTF8 = new TextDecoder();

/** The text of bytes beyond the plain ones that stand together. */
function runIn(run: Uint8Array, { label, isPaired }: Other): Omit<Repaired, 'rest'> {
  const other = new TextDecoder(label);
  const pieces: string[] = [];
  let [from, bad, good] = [0, 0, 0];
  for (let at = 0; at < run.length; at += 1) {
    const length = letterAt(run, at);
    if (length) {
      good += 1;
      at += length - 1;
      continue;
    }
    bad += 1;
    pieces.push(UTF8.decode(run.subarray(from, at)), other.decode(run.subarray(at, at + 1)));
    from = at + 1;
  }
  if (bad > 0 && isPaired) return { text: other.decode(run), bad: run.length, good: 0 };
  return { text: [...pieces, UTF8.decode(run.subarray(from))].join(''), bad, good };
}

/** A longer run of bytes is cut at the end of a piece: it is no word of an older file. */
const LONGEST_RUN = 4_096;

/** Where a piece that goes on is cut: before the word that it ends in, or the letter. */
function endOf(bytes: Uint8Array): number {
  let start = bytes.length;
  while (start > 0 && (bytes[start - 1] ?? 0) >= 0x80) start -= 1;
  if (bytes.length - start < LONGEST_RUN) return start;
  for (let back = 1; back < 4; back += 1)
    if (letterAt(bytes, bytes.length - back) === null) return bytes.length - back;
  return bytes.length;
}

const WESTERN: Other = { label: 'windows-1252', isPaired: false };

/** The text of bytes in UTF-8, with the few that are none of it read as an older file has them. */
export function repairedUtf8(bytes: Uint8Array, isEnd: boolean, other = WESTERN): Repaired {
  const pieces: string[] = [];
  const end = isEnd ? bytes.length : endOf(bytes);
  let [from, bad, good] = [0, 0, 0];
  for (let at = 0; at < end; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const start = at;
    while (at < end && (bytes[at] ?? 0) >= 0x80) at += 1;
    const run = runIn(bytes.subarray(start, at), other);
    good += run.good;
    bad += run.bad;
    if (run.bad === 0) continue;
    pieces.push(UTF8.decode(bytes.subarray(from, start)), run.text);
    from = at;
  }
  pieces.push(UTF8.decode(bytes.subarray(from, end)));
  return { text: pieces.join(''), rest: bytes.slice(end), bad, good };
}

const isOfWord = (byte: number): boolean =>
  byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** The words that have bytes that are none of UTF-8, with spaces between them. */
export function strayWords(bytes: Uint8Array): Uint8Array {
  const words: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    if (!isOfWord(bytes[at] ?? 0)) continue;
    const start = at;
    while (at < bytes.length && isOfWord(bytes[at] ?? 0)) at += 1;
    const word = bytes.subarray(start, at);
    if (word.some((byte) => byte >= 0x80) && repairedUtf8(word, true).bad > 0)
      words.push(...word.subarray(0, LONGEST_RUN), 0x20);
  }
  return Uint8Array.from(words);
}
