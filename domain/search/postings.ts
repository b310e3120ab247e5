/*
 * Where a word occurs, in bytes. A list is: the number of papers; their places in the segment, each as the
 * distance to the one before; how often the word occurs in each; then, paper by paper, where, again as
 * distances. Numbers are written seven bits a byte, the lowest first, the top bit saying that more follows
 * (LEB128, https://en.wikipedia.org/wiki/LEB128).
 */

/** Grows as numbers are written to it. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 16);
  length = 0;

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    wider.set(this.bytes);
    this.bytes = wider;
  }

  number(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** What was written, and forgets it. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

/** A word's papers within a segment, rising; for each how often the word occurs (0 for what has no place), and where. */
export interface WordPlaces {
  papers: number[];
  counts: number[];
  /** Of all papers, one after the other: `counts` says how many are whose. */
  places: number[];
}

/** An empty list of occurrences, to add to. */
export const noOccurrences = (): WordPlaces => ({ papers: [], counts: [], places: [] });

/**
 * Writes a list as variable-length numbers: its length, the steps from paper to paper, the counts, the steps from
 * place to place within each paper.
 */
export function writeOccurrences(writer: ByteWriter, { papers, counts, places }: WordPlaces): void {
  writer.number(papers.length);
  let before = 0;
  for (const paper of papers) {
    writer.number(paper - before);
    before = paper;
  }
  for (const count of counts) writer.number(count);
  let at = 0;
  for (const count of counts) {
    let last = 0;
    for (const end = at + count; at < end; at += 1) {
      const place = places[at] ?? 0;
      writer.number(place - last);
      last = place;
    }
  }
}

/** Papers and counts of a list that begins at an offset, and where its places begin. */
export interface Postings {
  papers: Uint32Array;
  counts: Uint32Array;
  bytes: Uint8Array;
  placesAt: number;
}

/**
 * Reads the papers and counts of a list that `writeOccurrences` wrote at `offset` (bytes), and where its places begin.
 */
export function readPostings(bytes: Uint8Array, offset: number): Postings {
  let at = offset;
  // Inlined in three loops, for this is what a search spends its time on.
  const number = (): number => {
    let byte = bytes[at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; ; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const size = number();
  const [papers, counts] = [new Uint32Array(size), new Uint32Array(size)];
  let paper = 0;
  for (let index = 0; index < size; index += 1) papers[index] = paper += number();
  for (let index = 0; index < size; index += 1) counts[index] = number();
  return { papers, counts, bytes, placesAt: at };
}

/** Calls with each paper and its places, in order; the array is used again for the next paper. */
export function eachPlace(
  { papers, counts, bytes, placesAt }: Postings,
  visit: (paper: number, places: readonly number[], index: number) => void,
): void {
  let at = placesAt;
  for (let index = 0; index < papers.length; index += 1) {
    const places: number[] = [];
    let place = 0;
    for (let left = counts[index] ?? 0; left > 0; left -= 1) {
      let shift = 0;
      let step = 0;
      for (;;) {
        const byte = bytes[at++] ?? 0;
        step |= (byte & 127) << shift;
        if (byte < 128) break;
        shift += 7;
      }
      places.push((place += step));
    }
    visit(papers[index] ?? 0, places, index);
  }
}
