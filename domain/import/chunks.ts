import {
  type Decoder,
  encodingOf,
  type Letters,
  strictDecoder,
  tolerantDecoder,
} from './letters/decoder';
import { binaryKind } from './kinds/bytes';
import { Unreadable } from './unreadable';

/** A file's text, piece by piece. */
export type Chunks = AsyncIterable<string> | Iterable<string>;

/** Files that must be in memory as a whole to be read; larger ones are refused, characters. */
const LARGEST_WHOLE = 64 * 1024 * 1024;

const GZIP = [0x1f, 0x8b];

const beginsWith = (bytes: Uint8Array, magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** How bytes are read as text. */
export interface Decoding {
  /** Whether they may be older than UTF-8, as files of reference managers and tables are. */
  mayBeOld?: boolean;
  /** Told at the end how they were read. */
  heard?: (letters: Letters) => void;
}

/**
 * The text of bytes, without the mark at its start; what gzip packed is unpacked. UTF-8 and UTF-16 are told by their
 * bytes; where `mayBeOld`, others by what is valid and likely. Fails (`Unreadable`) where the bytes are no text.
 */
export async function* decodedText(
  bytes: AsyncIterable<Uint8Array>,
  { mayBeOld = false, heard = () => undefined }: Decoding = {},
): AsyncGenerator<string> {
  let decoder: Decoder | null = null;
  for await (const piece of opened(bytes)) {
    decoder ??= decoderOf(piece, mayBeOld);
    yield decoder.take(piece);
  }
  if (!decoder) return;
  yield decoder.end();
  heard(decoder.letters());
}

function decoderOf(start: Uint8Array, mayBeOld: boolean): Decoder {
  const encoding = encodingOf(start);
  return mayBeOld && encoding === 'utf-8' ? tolerantDecoder() : strictDecoder(encoding);
}

/** Bytes as they are, or what gzip packed in them. */
async function* opened(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]();
  const { done, value: first } = await pieces.next();
  if (done) return;
  const binary = binaryKind(first);
  if (binary !== null) throw new Unreadable(binary);
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield first as Uint8Array;
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
    } finally {
      await pieces.return?.();
    }
  }
  yield* beginsWith(first, GZIP) ? asText(unpacked(all())) : all();
}

/** Bytes that were packed, which may be of a file that is no text. */
async function* asText(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of bytes) {
    const binary = isFirst ? binaryKind(piece) : null;
    if (binary !== null) throw new Unreadable(binary);
    isFirst = false;
    yield piece;
  }
}

/** How much larger than its file what is packed in it may be, once it is large; exports are some ten times. */
const MOST_PACKED = 100;
const LARGE = 32 * 1024 * 1024;
/** No export is larger, packed or not, bytes. */
const LARGEST = 4 * 1024 * 1024 * 1024;
/**
 * Packed bytes that are unpacked at once. Gzip packs up to 1,032 bytes in one (RFC 1951), so that no step makes more
 * than 4 MB of them before they are counted.
 */
const STEP = 4 * 1024;

/** What gzip packed. Fails (`Unreadable`) where it is damaged, or packs next to nothing endlessly. */
async function* unpacked(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [packed, length] = [0, 0];
  const steps = inSteps(bytes);
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { done, value } = await steps.next();
      if (done) return controller.close();
      packed += value.length;
      controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    cancel: async () => void (await steps.return(undefined)),
  });
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      length += value.length;
      refuseExcess(length, packed);
      yield value;
    }
  } catch (error) {
    if (error instanceof TypeError)
      throw new Unreadable('The compressed file is damaged, or a part of it is missing.');
    throw error;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function refuseExcess(length: number, packed: number): void {
  if (length > LARGE && length > packed * MOST_PACKED)
    throw new Unreadable(
      `What is packed in this file is over ${MOST_PACKED} times as large as the file; it is no export.`,
    );
  if (length > LARGEST)
    throw new Unreadable(
      `What is packed in this file is over ${LARGEST / 1024 ** 3} GB: split it, then import the parts.`,
    );
}

async function* inSteps(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes)
    for (let at = 0; at < piece.length; at += STEP) yield piece.subarray(at, at + STEP);
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
