import { nextStamp, type Stamp } from '@/domain/paper/clock';
import type { HighlightDocument, PaperDocument, TagDocument } from '@/domain/export/schema';
import { LIMITS } from '@/domain/limits';
import { LAST_TIME } from '@/domain/time';
import { normalise } from '@/domain/anchor/normalise';
import { idsOfKeys } from '@/domain/identity/published';
import { dateOfIds, type Facts } from '@/domain/paper/facts';
import type { TextSource, TextSources } from '@/domain/paper/text-source';
import { titleOfField, titleOfPage } from '@/domain/text/page-title';
import { COLOURS, type Colour, type Field, type PaperKey, type Status } from '@/domain/paper/paper';
import { isStrong, keysOf, normaliseTitle, strongestFirst } from '@/domain/identity/paper-key';
import { newTag, tagId } from '@/domain/paper/tag';
import { withSigns } from '@/domain/text/dialects';
import { foreignText } from '@/domain/text/foreign-text';
import { tidy, tidyLines } from '@/domain/text/tidy';
import { hash53 } from '@/domain/hash';
import { readLinks } from './foreign-links';
import { presentIds } from './id-lines';
import type { Incoming } from './incoming';
import { metVersion } from './met-version';
import { readIds, unreadId } from './stated-ids';
import { idsOfTitle } from './title-ids';

/** A passage as other tools keep it. */
export interface ForeignHighlight {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
  comment?: string | undefined;
  colour?: string | undefined;
  field?: string | undefined;
  /** Milliseconds since 1970. */
  at?: number | undefined;
  source?: string | undefined;
}

/** A paper as other tools keep it. Whatever is missing stays unknown. */
export interface ForeignPaper {
  title?: string | undefined;
  authors?: string[] | undefined;
  abstract?: string | undefined;
  /** By scheme; the preview names a value that is none of its scheme. */
  ids?: Record<string, string | undefined> | undefined;
  /** Paper keys, where the tool keeps them; more than one of a scheme too. What is none is left out. */
  keys?: string[] | undefined;
  links?: (string | undefined)[] | undefined;
  /** Fields as the file (`source`) has them: their ids may name the version that was met. */
  written?: { texts: readonly string[]; source: string } | undefined;
  facts?: Facts | undefined;
  /** What the title is worth; that of a structured file where it is not said. */
  titleFrom?: TextSource | undefined;
  status?: Status | null | undefined;
  tags?: string[] | undefined;
  note?: string | undefined;
  highlights?: ForeignHighlight[] | undefined;
  /** When it was saved there; milliseconds since 1970. */
  at?: number | undefined;
  /** Title, abstract and names are markup: HTML, JATS, references to characters. Else they are text already. */
  isMarkup?: boolean | undefined;
  /** Names of filled fields and columns that are left out; the preview lists them. */
  notTaken?: string[] | undefined;
}

/** The name of all that an import wrote, in stamps. */
const DEVICE = 'import';
/** How the preview names a link that is none, as those to files of a machine. */
const NO_ADDRESS = 'a link that is no web address';
const TOO_MANY_TAGS = 'tags beyond the first 1,000';
/** What databases write in the place of an abstract. */
const NO_ABSTRACT =
  /^\[?(?:no abstract(?: is)?(?: available)?|abstract (?:is )?not available|abstract unavailable|n\/a|none|null)\]?\.?\]?$/i;
/** Authors are full names; a list that is longer is cut, and so is a name. */
const MOST_AUTHORS = 2_000;
const LONGEST_NAME = 1_000;
/** A paper that says more than that is none, and would slow down everything that shows it. */
const MOST_STATED = { keys: 1_000, highlights: 10_000 } as const;
/** Tags beyond these are left out: a field that is broken, of a paper that is not. */
const MOST_TAGS = 1_000;

/**
 * A stamp that follows from what is imported alone, so that importing it again is the same edit: at the time
 * the other tool names, else older than everything, so that it never overwrites what a person chose here.
 */
const stampAt = (at: number | undefined, device: string): Stamp => nextStamp(null, at ?? 0, device);

const nameOf = (text: string): string => `${DEVICE}${hash53(text).toString(36)}`;

/** Milliseconds since 1970 of a date in ISO 8601 or a number of milliseconds; `undefined` for anything else, and for years that papers don't have. */
export function timeOfDate(value: unknown): number | undefined {
  const isText = typeof value === 'string' && /^\d{4}-\d{2}/.test(value);
  const at = isText ? Date.parse(value) : typeof value === 'number' ? value : Number.NaN;
  return Number.isFinite(at) && at > 0 && at <= LAST_TIME ? Math.trunc(at) : undefined;
}

/**
 * A paper of another tool as items of a library. `rejected` when nothing tells which paper it is.
 * `now` is when it counts as met here where the other tool names no time.
 */
export function foreignItems(foreign: ForeignPaper, place: string, now: number): Incoming[] {
  const line = foreign.isMarkup ? foreignText : (text: string): string => withSigns(tidy(text));
  const isPage = foreign.titleFrom === 'link';
  const said = line(foreign.title ?? '').slice(0, 4_000);
  const title = isPage ? titleOfPage(said) : titleOfField(said);
  const abstract = line(foreign.abstract ?? '').replace(NO_ABSTRACT, '');
  const read = readLinks(foreign.links ?? []);
  const stated = readIds(presentIds(foreign.ids ?? {}));
  const ids = { ...idsOfTitle(said), ...read.ids, ...stated.ids };
  const keys = strongestFirst([
    ...keysOf(ids, title).filter((key) => key !== 'title:'),
    ...(foreign.keys ?? []).flatMap(ownKeys),
  ]);
  const [id] = keys;
  if (id === undefined || (title === '' && !isStrong(id)))
    return [{ kind: 'rejected', place, value: 'no title, and no id or link that names a paper' }];
  const at = foreign.at !== undefined && foreign.at <= now ? foreign.at : undefined;
  const excess = tooMuch(foreign);
  if (excess) return [{ kind: 'rejected', place, value: excess }];
  const named = tagDocuments(foreign.tags ?? [], at);
  const tags = named.slice(0, MOST_TAGS);
  const paper: PaperDocument = {
    id,
    aliases: [],
    keys,
    title,
    authors: (foreign.authors ?? [])
      .slice(0, MOST_AUTHORS)
      .map((name) => line(name).slice(0, LONGEST_NAME))
      .filter(Boolean),
    abstract,
    links: read.links,
    listings: [],
    ...sourcesOf(foreign, title, abstract),
    ...factsBeside(idsOfKeys(keys), factsWithVersion(foreign, keys)),
    status: foreign.status ?? null,
    tags: tags.map((tag) => tag.id),
    note: noteOf(foreign.note ?? '', id, at),
    highlights: [],
    savedAt: foreign.status === 'saved' || foreign.status === 'read' ? (at ?? now) : null,
    createdAt: at ?? now,
    updatedAt: 0,
    stamps: {
      ...(foreign.status ? { status: stampAt(at, DEVICE) } : {}),
      ...Object.fromEntries(tags.map((tag) => [`tag:${tag.id}`, stampAt(at, DEVICE)])),
    },
  };
  paper.highlights = highlightsOf(foreign.highlights ?? [], paper);
  return [
    ...tags.map((value) => ({ kind: 'tag' as const, place, value })),
    { kind: 'paper', place, value: paper },
    ...[
      ...(foreign.notTaken ?? []),
      ...stated.unread.flatMap(([scheme, value]) => (ids[scheme] ? [] : unreadId(scheme, value))),
      ...(read.isUnread ? [NO_ADDRESS] : []),
      ...(named.length > tags.length ? [TOO_MANY_TAGS] : []),
    ].map((value) => ({
      kind: 'left' as const,
      place,
      value,
    })),
  ];
}

/** Where the texts of a file are from. */
function sourcesOf(
  { titleFrom = 'file' }: ForeignPaper,
  title: string,
  abstract: string,
): { sources?: TextSources } {
  const sources: TextSources = {
    ...(title === '' ? {} : { title: titleFrom }),
    ...(abstract === '' ? {} : { abstract: 'file' }),
  };
  return title + abstract === '' ? {} : { sources };
}

/** Facts, with the version that ids and addresses name where no field states it. */
function factsWithVersion({ facts = {}, written }: ForeignPaper, keys: PaperKey[]): Facts {
  const value = facts.version || !written ? undefined : metVersion(written.texts, keys);
  return value && written ? { ...facts, version: { value, source: written.source } } : facts;
}

/** Facts without a date that the paper's ids tell: no file stated it, and any date that is stated later replaces it. */
function factsBeside(ids: Record<string, string>, facts: Facts): { facts?: Facts } {
  const { published, ...others } = facts;
  const isTold = published && dateOfIds(ids)?.startsWith(published.value);
  const kept = isTold ? others : facts;
  return Object.keys(kept).length > 0 ? { facts: kept } : {};
}

/** What a paper has more of than a library keeps, as a reason to reject it. */
function tooMuch({ abstract = '', note = '', keys = [], highlights = [] }: ForeignPaper) {
  const counts = { keys, highlights };
  for (const name of ['keys', 'highlights'] as const)
    if (counts[name].length > MOST_STATED[name]) return `more than ${MOST_STATED[name]} ${name}`;
  if (abstract.length > LIMITS.abstract) return `an abstract of over ${LIMITS.abstract} characters`;
  if (highlights.some(({ exact }) => exact.length > LIMITS.abstract))
    return `a passage of over ${LIMITS.abstract} characters`;
  const isLong = [note, ...highlights.map(({ comment = '' }) => comment)].some(
    (text) => text.length > LIMITS.note,
  );
  return isLong ? `a note of over ${LIMITS.note} characters` : null;
}

/** The paper key that a text is, made anew of its id, or a title as titles are in keys; none for any other text. */
export function ownKeys(key: string): string[] {
  const [, scheme = '', value = ''] = /^([a-z0-9]+):(.+)$/s.exec(key.trim()) ?? [];
  if (scheme !== 'title' && scheme !== 'byline') return idKeys({ [scheme]: value });
  const [title = '', ...names] = value.split(' / ');
  const isNormal = [title, ...names].every((part) => part !== '' && normaliseTitle(part) === part);
  return isNormal && names.length === (scheme === 'byline' ? 1 : 0) ? [key.trim()] : [];
}

const idKeys = (ids: Record<string, string>): string[] => keysOf(ids, '').filter(isStrong);

function tagDocuments(names: string[], at: number | undefined): TagDocument[] {
  const byId = new Map<string, TagDocument>();
  for (const name of names) {
    const tag = newTag(name);
    if (tagId(name) === '' || byId.has(tag.id)) continue;
    const stamp = stampAt(undefined, DEVICE);
    byId.set(tag.id, { ...tag, usedAt: at ?? 0, stamps: { name: stamp, colour: stamp } });
  }
  return [...byId.values()];
}

function noteOf(note: string, id: string, at: number | undefined): PaperDocument['note'] {
  const text = tidyLines(note);
  if (text.trim() === '') return { text: '', heads: [], seen: {} };
  const stamp = stampAt(at, nameOf(`${id}\n${text}`));
  return { text, heads: [{ stamp, strand: stamp, text }], seen: { [stamp]: stamp } };
}

function highlightsOf(highlights: ForeignHighlight[], paper: PaperDocument): HighlightDocument[] {
  const byId = new Map<string, HighlightDocument>();
  for (const highlight of highlights) {
    const exact = normalise(highlight.exact).text;
    if (exact === '') continue;
    const field = fieldOf(highlight, exact, paper);
    const id = nameOf(`${paper.id}\n${field}\n${exact}\n${highlight.prefix ?? ''}`);
    const stamp = stampAt(highlight.at, DEVICE);
    const start = Math.max(0, normalise(paper[field]).text.indexOf(exact));
    byId.set(id, {
      id,
      field,
      exact,
      prefix: (highlight.prefix ?? '').slice(-500),
      suffix: (highlight.suffix ?? '').slice(0, 500),
      start,
      end: start + exact.length,
      colour: colourOf(highlight.colour),
      comment: highlight.comment?.trim() ? highlight.comment : '',
      source: readLinks([highlight.source]).links[0] ?? '',
      createdAt: highlight.at ?? paper.createdAt,
      stamps: { colour: stamp, comment: stamp, removed: stamp },
    });
  }
  return [...byId.values()];
}

const fieldOf = (
  { field }: ForeignHighlight,
  exact: string,
  { title, abstract }: PaperDocument,
): Field => {
  if (field === 'title' || field === 'abstract') return field;
  return !abstract.includes(exact) && title.includes(exact) ? 'title' : 'abstract';
};

const colourOf = (colour: string | undefined): Colour =>
  COLOURS.find((name) => name === colour) ?? 'amber';
