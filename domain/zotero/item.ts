import { type PublicationType, printedOf } from '@/domain/export/paper';
import type { LibraryPaper } from '@/domain/paper/paper';
import { keyScheme } from '@/domain/identity/paper-key';
import type { Person } from '@/domain/person/model';
import { familyOf, personsOf } from '@/domain/person/write';

/** An item as Zotero's connector takes it (its translators' format). */
export interface ZoteroItem {
  id: string;
  itemType: 'preprint' | 'conferencePaper' | 'journalArticle' | 'document';
  title: string;
  creators: ZoteroCreator[];
  abstractNote: string;
  date: string;
  url: string;
  extra: string;
  DOI?: string;
  publicationTitle?: string;
  proceedingsTitle?: string;
  volume?: string;
  issue?: string;
  pages?: string;
  repository?: string;
  archiveID?: string;
  /** Zotero makes automatic tags of these; `updateSession` carries a person's tags. */
  tags: [];
  notes: { note: string }[];
  attachments: [];
  seeAlso: [];
}

type ZoteroCreator =
  | { firstName: string; lastName: string; creatorType: 'author' }
  /** One field: a group, or a name of one word. */
  | { lastName: string; fieldMode: 1; creatorType: 'author' };

/** A name as Zotero has it: a suffix follows the first names (https://www.zotero.org/support/kb/name_suffixes). */
function creator(person: Person): ZoteroCreator {
  const lastName = familyOf(person);
  if (person.isGroup || person.given === '')
    return { lastName, fieldMode: 1, creatorType: 'author' };
  const firstName = [person.given, person.suffix].filter(Boolean).join(', ');
  return { firstName, lastName, creatorType: 'author' };
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Text as paragraphs of HTML; what looks like markup in it stays text. */
const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escapeHtml(part.trim()).replaceAll('\n', '<br/>')}</p>`)
    .join('\n');

/** A paper's note and highlights as one Zotero note; empty where there are none. */
export function noteHtml({ note, highlights }: Pick<LibraryPaper, 'note' | 'highlights'>): string {
  const passages = highlights.map(
    ({ quote, comment }) =>
      `<blockquote><p>${escapeHtml(quote.exact)}</p></blockquote>${comment === '' ? '' : `\n${paragraphs(comment)}`}`,
  );
  return [paragraphs(note.text), ...passages].filter((part) => part !== '').join('\n');
}

const ITEM_TYPES = {
  conference: 'conferencePaper',
  journal: 'journalArticle',
  preprint: 'preprint',
  other: 'document',
} as const satisfies Record<PublicationType, ZoteroItem['itemType']>;

/** Where a paper appeared, under the names that Zotero has for its kind. */
function printedItem({ kind, facts }: ReturnType<typeof printedOf>): Partial<ZoteroItem> {
  const { venue, volume, issue, pages } = facts;
  const given = (name: keyof ZoteroItem, value: string | undefined): Partial<ZoteroItem> =>
    value ? { [name]: value } : {};
  if (kind === 'preprint' || kind === 'other') return {};
  return {
    ...given(kind === 'conference' ? 'proceedingsTitle' : 'publicationTitle', venue),
    ...given('volume', volume),
    ...(kind === 'journal' ? given('issue', issue) : {}),
    ...given('pages', pages?.replaceAll('–', '-')),
  };
}

/** A paper as a Zotero item. Tags are left out: they go with the session. */
export function zoteroItem(paper: LibraryPaper): ZoteroItem {
  const ids = new Map<string, string>();
  for (const key of paper.keys)
    if (!ids.has(keyScheme(key))) ids.set(keyScheme(key), key.slice(key.indexOf(':') + 1));
  const arxiv = ids.get('arxiv');
  const doi = ids.get('doi');
  const printed = printedOf(Object.fromEntries(ids), paper.facts);
  const note = noteHtml(paper);
  const extra = [
    arxiv && `arXiv:${arxiv}`,
    ids.has('pmid') && `PMID: ${ids.get('pmid')}`,
    ids.has('pmcid') && `PMCID: PMC${ids.get('pmcid')}`,
  ];
  return {
    id: paper.id,
    itemType: ITEM_TYPES[printed.kind],
    title: paper.title,
    creators: personsOf(paper.authors).map(creator),
    abstractNote: paper.abstract,
    date: printed.facts.published ?? '',
    ...printedItem(printed),
    url: paper.links[0] ?? '',
    extra: extra.filter(Boolean).join('\n'),
    ...(doi || arxiv ? { DOI: doi ?? `10.48550/arXiv.${arxiv}` } : {}),
    ...(arxiv ? { repository: 'arXiv', archiveID: `arXiv:${arxiv}` } : {}),
    tags: [],
    notes: note === '' ? [] : [{ note }],
    attachments: [],
    seeAlso: [],
  };
}

/** Papers with the same tags: one session each, as a session has one set of tags for all its items. */
export function byTags(
  papers: readonly LibraryPaper[],
): { tags: string[]; papers: LibraryPaper[] }[] {
  const groups = Map.groupBy(papers, ({ tags }) =>
    JSON.stringify(tags.map(({ name }) => name).toSorted()),
  );
  return [...groups].map(([tags, group]) => ({
    tags: JSON.parse(tags) as string[],
    papers: group,
  }));
}
