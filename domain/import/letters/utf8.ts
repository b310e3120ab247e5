/** What bytes are in UTF-8. */
export interface Repaired {
  text: string;
  /** An end that may go on with the next bytes. */
  rest: Uint8Array;
  /** Bytes that are none of UTF-8; they are read as Latin letters of Windows. */
  bad: number;
  /** Letters of two bytes and more. */
  good: number;
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

/** The text of bytes in UTF-8, with the few that are none of it read as an older file has them. */
export function repairedUtf8(bytes: Uint8Array, isEnd: boolean): Repaired {
  const pieces: string[] = [];
  const utf8 = new TextDecoder();
  const latin = new TextDecoder('windows-1252');
  let [from, bad, good] = [0, 0, 0];
  let end = bytes.length;
  for (let at = 0; at < end; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const length = letterAt(bytes, at);
    if (length === null && !isEnd) end = at;
    else if (length) {
      good += 1;
      at += length - 1;
    } else {
      bad += 1;
      pieces.push(utf8.decode(bytes.subarray(from, at)), latin.decode(bytes.subarray(at, at + 1)));
      from = at + 1;
    }
  }
  pieces.push(utf8.decode(bytes.subarray(from, end)));
  return { text: pieces.join(''), rest: bytes.slice(end), bad, good };
}
