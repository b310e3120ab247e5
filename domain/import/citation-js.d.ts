/** The parts of citation-js's BibTeX plugin that read files and values; it has no types for them. */
declare module '@citation-js/plugin-bibtex/lib/input/file.js' {
  /** Entries of a file, their values still TeX. Throws a `SyntaxError` with the place. */
  export const parse: (
    text: string,
  ) => { type: string; label: string; properties: Record<string, string> }[];
}
declare module '@citation-js/plugin-bibtex/lib/input/value.js' {
  /** A value without TeX: text, or names for `author`. */
  export const parse: (text: string, field: string) => unknown;
}
