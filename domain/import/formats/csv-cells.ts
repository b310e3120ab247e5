import { idsFromLink } from '@/domain/identity/identity-links';
import { arxivId, doi } from '@/domain/identity/paper-key';
import { type ForeignHighlight, timeOfDate } from '@/domain/import/foreign';
import { type Bag, bags, text } from '@/domain/import/json';
import { Unreadable } from '@/domain/import/unreadable';
import { STATUSES, type Status } from '@/domain/paper/paper';
import { between, pattern } from '@/domain/text/phrases';

/** The passages in a cell: of ours a list in JSON, of other tools one a line. Fails (`Unreadable`) where the list is none. */
export function highlightsOf(cell: string, place: string): ForeignHighlight[] {
  if (cell.trim() === '') return [];
  let list: unknown;
  try {
    list = JSON.parse(cell);
  } catch {
    return passagesIn(cell);
  }
  if (!Array.isArray(list)) throw new Unreadable(`${place}, highlights: expected a list`);
  return bags(list).map(({ exact, prefix, suffix, comment, colour, field, created }: Bag) => ({
    exact: text(exact) ?? '',
    prefix: text(prefix),
    suffix: text(suffix),
    comment: text(comment),
    colour: text(colour),
    field: text(field),
    at: timeOfDate(created),
  }));
}

/** Passages as other tools write them: one a line, or named and with a remark behind it, as Raindrop has them. */
function passagesIn(cell: string): ForeignHighlight[] {
  const lines = cell.split('\n');
  if (!/^highlight:\s/im.test(cell)) return lines.map((exact) => ({ exact }));
  const found: ForeignHighlight[] = [];
  for (const line of lines) {
    const [, name = '', words = line] = /^(highlight|note):\s(.*)$/i.exec(line) ?? [];
    const last = found.at(-1);
    if (name.toLowerCase() === 'note' && last) last.comment = words;
    else if (name !== '') found.push({ exact: words });
    else if (last && line.trim() !== '') {
      if (last.comment === undefined) last.exact += ` ${line}`;
      else last.comment += `\n${line}`;
    }
  }
  return found;
}

/** Keys in a cell: ours, or an arXiv id, a DOI or an address as it is. */
export const keysOfCell = (cell: string): string[] =>
  cell
    .trim()
    .split(/\s*\|\s*/)
    .filter(Boolean)
    .flatMap((key) => {
      if (/^https?:/i.test(key)) return pairs(idsFromLink(key));
      if (/^(?:(?:urn:|info:)?doi[\s:/]*)?10\.\d{4,}/i.test(key)) return [`doi:${doi(key)}`];
      return /^[a-z0-9]+:/.test(key) ? key : `arxiv:${arxivId(key) ?? key}`;
    });

const pairs = (ids: Record<string, string>): string[] =>
  Object.entries(ids).map(([scheme, value]) => `${scheme}:${value}`);

/** Cells that mean "empty". */
export const NOTHING = /^(?:n\/?a|none|null|nan|-|–)$/i;

/** How tables say in the languages of their tools that a paper was read. */
const DONE = pattern(
  'iu',
  between(
    '^',
    `
    (?:already |fully |finished )?read, (?:done|finished)(?: reading)?, completed?, yes, true, x, ✓, ✔, ☑, ✅, 1,
    100 ?%, (?:schon |bereits |ganz )?gelesen, erledigt, fertig, ja, (?:déjà )?lue?, terminée?, oui,
    (?:ya )?le[ií]d[oa], terminad[oa], hecho, s[ií], (?:já )?lid[oa], concluíd[oa], sim, (?:già )?letto, finito,
    已读, 已讀, 已完成, 已阅读?, 已閱讀?, 读过, 完成, 读完, 是, 読了, 既読, 完了
  `,
    '$',
  ),
);

/** A status of Gloss; any other that another tool has keeps the paper, as read where it says so. */
export function statusOf(cell: string, isOurs: boolean): Status | null {
  const said = cell.trim().toLowerCase();
  const known = STATUSES.find((name) => name === said);
  if (known || (isOurs && said === '')) return known ?? null;
  // What a tool draws beside the word: `✅ Read`, `Read ✅`, `(read)`.
  const words = said.replace(
    /^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[^\p{L}\p{N}%]+$/gu,
    '',
  );
  return DONE.test(words) ? 'read' : 'saved';
}

/** Zotero's notes, which it joins by semicolons, as one. */
export const apart = (notes: string): string =>
  notes.replace(/(<\/(?:p|div|ul|ol|h[1-6])>)\s*;\s*(?=<)/gi, '$1');
