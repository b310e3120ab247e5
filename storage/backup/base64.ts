/** Bytes of one call of `fromCharCode`: more would be too many arguments. */
const STRETCH = 0x8000;

/** Bytes as text (RFC 4648), for stores that keep JSON alone. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += STRETCH)
    binary += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  return btoa(binary);
}

/** The bytes of a Base64 text; throws where the text is none. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
