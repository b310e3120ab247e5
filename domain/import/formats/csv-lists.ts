import { personNames } from '@/domain/person/list';
import { hasMoreNames, OTHERS } from '@/domain/person/others';
import { personTexts } from '@/domain/person/write';
import { fromMarkup } from '@/domain/text/markup';

/** A string in quotes, as Python and JSON write it, with the comma after it; NumPy writes none. */
const QUOTED = /\s*(?:'((?:[^'\\]|\\[^])*)'|"((?:[^"\\]|\\[^])*)")\s*,?\s*/y;

/** The strings of a list that a program printed into a cell: `['a', "b"]`. `undefined` for any other cell. */
export function printedList(cell: string): string[] | undefined {
  const inside = /^\s*\[([^]*)\]\s*$/.exec(cell)?.[1]?.trim();
  if (inside === undefined) return undefined;
  const strings: string[] = [];
  QUOTED.lastIndex = 0;
  for (let at = 0; at < inside.length; at = QUOTED.lastIndex) {
    const found = QUOTED.exec(inside);
    if (!found) return undefined;
    strings.push((found[1] ?? found[2] ?? '').replace(/\\(["'\\])/g, '$1'));
  }
  return strings;
}

/** Each line of a cell as text, so that no reference to a character is cut where a list is parted. */
const plainLines = (cell: string): string => cell.split('\n').map(fromMarkup).join('\n');

/** The names in another tool's cell of authors, as they are kept; `et al.` at the end where the cell says there are more. */
export function namesInCell(cell: string): string[] {
  const printed = printedList(cell);
  if (printed) return personTexts(printed.map(fromMarkup));
  const line = plainLines(cell);
  return personTexts([...personNames(line), ...(hasMoreNames(line) ? [OTHERS] : [])]);
}

/** Where SpringerLink's tables run two names together: a capital after a small letter, which no prefix explains. */
const RUN_TOGETHER =
  /(?<=\p{Ll})(?<!\b(?:Mc|Mac|De|Del|Della|Di|Da|Du|La|Le|Van|Von|Fitz))(?=\p{Lu})/gu;

/** Names that a table has without anything between them: `Ann AuthorBo Builder`. */
export const namesRunTogether = (cell: string): string[] =>
  namesInCell(fromMarkup(cell).replace(RUN_TOGETHER, '; '));
