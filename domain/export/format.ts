/** Version of the file format that this code writes. */
export const SCHEMA_VERSION = 1;
/** How a file says that it is one of ours. */
export const FORMAT = 'gloss';
