/** JSON as gzip (RFC 1952) and back, by what browsers bring along. */
const through = async (
  bytes: BlobPart,
  stream: CompressionStream | DecompressionStream,
): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();

/** A value as gzipped JSON. */
export const pack = async (value: unknown): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await through(JSON.stringify(value), new CompressionStream('gzip')));

/** The value of gzipped JSON; rejects where the bytes are damaged. The caller knows the shape. */
export const unpack = async <T>(bytes: Uint8Array<ArrayBuffer>): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await through(bytes, new DecompressionStream('gzip')))) as T;
