/** Why a file can't be read, as a sentence with the place in the file. Caught where files are read, and shown. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** `papers[3].highlights[0].exact`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

/** What is wrong, and where. */
export const pathError = (path: readonly PropertyKey[], message: string): string => {
  const place = pathText(path);
  return place === '' ? message : `${place}: ${message}`;
};
