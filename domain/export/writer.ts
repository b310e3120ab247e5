import type { ExportPaper } from './paper';

/** Writes one file piece by piece: a head, each paper, an end. Made anew for every file, since it may remember what it wrote. */
export interface Writer {
  start: () => FilePiece;
  paper: (paper: ExportPaper) => FilePiece;
  end: () => FilePiece;
}

export type FilePiece = string | Uint8Array<ArrayBuffer>;

/** A writer of a list in brackets, an item a block, two spaces in. */
export function listWriter(
  items: (paper: ExportPaper) => object[],
  start = '[',
  end = ']',
): Writer {
  let isFirst = true;
  return {
    start: () => start,
    paper: (paper) =>
      items(paper)
        .map((item) => {
          const comma = isFirst ? '' : ',';
          isFirst = false;
          return `${comma}\n${JSON.stringify(item, null, 2).replace(/^|\n/g, '$&  ')}`;
        })
        .join(''),
    end: () => `${isFirst ? '' : '\n'}${end}\n`,
  };
}
