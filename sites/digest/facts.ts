import { idsFromLink, idsFromText } from '@/domain/identity/identity-links';
import { doi, normaliseTitle } from '@/domain/identity/paper-key';
import { collapse } from '@/domain/text';
import { absolute } from '@/sites/read/links';
import type { Described } from '@/sites/read/metadata';
import { fieldOfBox } from './classed';
import { type Field, fieldOf } from './fields';
import type { Block } from './model';
import { leadingNames } from './led-names';
import { namesIn } from './names';
import type { Stated } from './stated';
import { isDate, isFeed, isLabel, isTrade, isVenue } from './wording';
import { register } from './research';
import { endsAsSentence, wordCount } from './words';

/** What the links of a block say. */
interface Linked {
  /** Absolute addresses, each once. */
  links: readonly string[];
  /** Identities that links and words name; several of one scheme where the block is about several papers. */
  ids: readonly Identity[];
  /** Links labelled as papers' parts are ("pdf", "code") or that lead to a PDF. */
  resources: number;
  /** Whether one of them is labelled as the paper itself. */
  leadsToPaper: boolean;
}

type Identity = [scheme: string, id: string];

const PAPER = /^\W*(?:paper|arxiv|doi|bib(?:tex)?|preprint|论文|論文)\W*$/i;
const RESOURCE =
  /^\W*(?:pdf|paper|arxiv|doi|bib(?:tex)?|abs(?:tract)?|slides?|posters?|supp\w*|preprint|full ?text|论文|論文)\W*$/i;

/** What closes a value in BibTeX. */
const CLOSE = /["}]\s*\}?\s*,?\s*$/;

/** What one block says: the evidence that entries are judged by. Each fact is read when it is first asked for: most are asked of few blocks. */
export class Facts {
  /** Collapsed text, without the name of its field. */
  readonly text: string;
  /** Where in the raw text it begins, behind the field's name, and ends. */
  readonly from: number;
  readonly end: number;
  readonly field: Field | undefined;
  readonly words: number;
  /** A paragraph of running text. */
  readonly isParagraph: boolean;
  readonly #block: Block;
  readonly #reader: FactReader;
  #names: string[] | null | undefined;
  #linked: Linked | undefined;
  #says: Says | undefined;
  #register: number | undefined;

  constructor(block: Block, reader: FactReader) {
    const lead = fieldOf(block.raw.slice(0, 100).trimStart());
    const indent = block.raw.length - block.raw.trimStart().length;
    this.#block = block;
    this.#reader = reader;
    this.field = lead?.field ?? columnOf(block) ?? boxed(block);
    this.from = lead ? indent + lead.length : 0;
    this.end = block.raw.length - (lead?.isBraced ? (CLOSE.exec(block.raw)?.[0].length ?? 0) : 0);
    this.text = collapse(block.raw.slice(this.from, this.end));
    this.words = wordCount(this.text.slice(0, 20_000));
    this.isParagraph = isRunning(this.text, this.words, block);
  }

  /** The names that the whole block consists of. */
  get names(): string[] | undefined {
    if (this.#names === undefined)
      this.#names = (this.words < 600 && !this.isParagraph && namesOf(this.named)) || null;
    return this.#names ?? undefined;
  }

  /** The text without the links at its end that bear a label: `A. Author and B. Author [Full paper]`. */
  get named(): string {
    const { raw, runs } = this.#block;
    let { end } = this;
    for (const { href, start, end: stop } of runs.toReversed()) {
      if (start <= this.from || !isEmptyOrLabel(href, raw.slice(start, Math.min(stop, end)))) break;
      end = start;
    }
    return end === this.end
      ? this.text
      : collapse(raw.slice(this.from, end)).replace(/[\s([{|/–—-]+$/u, '');
  }

  /** 0 to 1: how much a paragraph speaks as an abstract does. */
  get register(): number {
    return (this.#register ??= this.isParagraph ? register(this.text) : 0);
  }

  get #link(): Linked {
    return (this.#linked ??= this.#reader.linksOf(this.#block));
  }

  get links(): readonly string[] {
    return this.#link.links;
  }

  get ids(): readonly Identity[] {
    return this.#link.ids;
  }

  get resources(): number {
    return this.#link.resources;
  }

  get leadsToPaper(): boolean {
    return this.#link.leadsToPaper;
  }

  get #said(): Says {
    return (this.#says ??= saysOf(this.text, this.words));
  }

  get venue(): boolean {
    return this.field === 'venue' || this.#said.venue;
  }

  get date(): boolean {
    return this.#said.date;
  }

  get label(): boolean {
    return this.#said.label;
  }

  get feed(): boolean {
    return this.#said.feed;
  }

  get trade(): boolean {
    return this.#said.trade;
  }
}

const namesOf = (text: string): string[] | undefined => (isLabel(text) ? undefined : namesIn(text));

/** How long a file is: `PDF (539K)`. */
const SIZE = /\(\s*\d[\d.,]*\s*[kKmM]?i?[bB]?\s*\)/g;

/** Whether a stretch at the end of a line says nothing: a link's label, or what parts links. */
const isEmptyOrLabel = (href: string | undefined, text: string): boolean =>
  href === undefined
    ? !/[\p{L}\d]/u.test(text)
    : isLabel(text.replace(SIZE, '').replace(/[[\]()△▽▲▼…]/g, ''));

const columnOf = ({ column }: Block): Field | undefined => (column === 'text' ? undefined : column);

/** The field that a block's box says it is, if it reads so. */
function boxed(block: Block): Field | undefined {
  const field = fieldOfBox(block);
  if (field !== 'authors' || block.raw.length > 3_000) return field;
  const text = collapse(block.raw);
  return namesIn(text) || leadingNames(`${text} `) ? field : undefined;
}

interface Says {
  venue: boolean;
  date: boolean;
  label: boolean;
  feed: boolean;
  trade: boolean;
}

const saysOf = (text: string, words: number): Says => ({
  venue: isVenue(text.slice(0, 1_000)),
  date: isDate(text),
  label: isLabel(text),
  feed: words < 60 && isFeed(text),
  trade: words < 60 && isTrade(text),
});

/** An arXiv id behind a word that says so, as mirrors and readers of arXiv have it in their addresses. */
const ARXIV_PATH =
  /\/(?:abs|pdf|html|papers?|arxiv|preprints?)\/(?:arxiv[:./])?(\d\d(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?:[/?#]|$)/i;
/** A DOI behind `doi`, as repositories and proxies have it. */
const DOI_PATH = /\/doi(?:\/(?:abs|full|pdf|epdf))?\/(10\.\d{4,9}\/[^?#\s]+)/i;

/** The identities that an address names whose host is unknown. */
function idsInPath(link: string): Identity[] {
  const arxiv = ARXIV_PATH.exec(link)?.[1];
  const named = DOI_PATH.exec(link)?.[1];
  const byDoi = named && doi(named);
  return [
    ...(arxiv ? [['arxiv', arxiv] satisfies Identity] : []),
    ...(byDoi ? [['doi', byDoi] satisfies Identity] : []),
  ];
}

const NO_LINKS: Linked = { links: [], ids: [], resources: 0, leadsToPaper: false };

/** Reads the facts of blocks, each once. */
export class FactReader {
  readonly #known: (Facts | undefined)[] = [];
  readonly #ids = new Map<string, Identity[]>();
  readonly #base: URL;
  readonly #stated: Stated;

  constructor(base: URL, stated: Stated = new Map()) {
    this.#base = base;
    this.#stated = stated;
  }

  /** What the page says for machines of the paper with this title. */
  statedOf(title: string): Described | undefined {
    return this.#stated.size > 0 ? this.#stated.get(normaliseTitle(title)) : undefined;
  }

  of(block: Block): Facts {
    return (this.#known[block.index] ??= new Facts(block, this));
  }

  /** The identities that one link names. */
  idsOf(href: string): Identity[] {
    const read = this.#ids.get(href);
    if (read) return read;
    const link = absolute(href, this.#base);
    const known = link ? Object.entries(idsFromLink(link)) : [];
    const ids = known.length > 0 || !link ? known : idsInPath(link);
    this.#ids.set(href, ids);
    return ids;
  }

  /** A link's absolute address: none for what leads nowhere. */
  absolute(href: string): string[] {
    const link = absolute(href, this.#base);
    return link ? [link] : [];
  }

  linksOf(block: Block): Linked {
    // With the field's name: `DOI: 10.…` names a paper by it.
    const named = Object.entries(idsFromText(collapse(block.raw.slice(0, 3_000))));
    if (named.length === 0 && block.runs.every(({ href }) => href === undefined)) return NO_LINKS;
    const links = new Set<string>();
    const ids = new Map<string, Identity>();
    const add = (pair: Identity): unknown => ids.set(pair.join(':'), pair);
    let resources = 0;
    let leadsToPaper = false;
    for (const { href, start, end } of block.runs) {
      if (href === undefined) continue;
      const link = absolute(href, this.#base);
      if (!link) continue;
      links.add(link);
      this.idsOf(href).forEach(add);
      const label = block.raw.slice(start, Math.min(end, start + 60));
      if (/\.pdf(?:$|[?#])/i.test(link) || RESOURCE.test(label)) resources += 1;
      leadsToPaper ||= PAPER.test(label);
    }
    named.forEach(add);
    return { links: [...links], ids: [...ids.values()], resources, leadsToPaper };
  }
}

/** The brackets behind a text: `(paper | code)`. */
const ASIDE = /\s*(?:[([][^()[\]]{0,80}[)\]]\s*){1,4}$/;

/** Whether a text is a paragraph: long, or a sentence of some length, and not mostly links. */
function isRunning(text: string, words: number, block: Block): boolean {
  if (words < 14 || block.heading > 0) return false;
  let linked = 0;
  for (const { href, start, end } of block.runs) if (href !== undefined) linked += end - start;
  if (linked > block.raw.length * 0.6) return false;
  // Set in bold as a whole: a title that ends in a full stop.
  if (words < 40 && block.runs.every(({ style }) => style.includes('b'))) return false;
  if (words >= 45) return namesIn(text.slice(0, 600)) === undefined;
  const spoken = text.replace(ASIDE, '');
  if (spoken.length < text.length && wordCount(spoken) < 14) return false;
  return endsAsSentence(spoken) && /[\p{Ll}\p{Lo}]/u.test(text) && namesIn(text) === undefined;
}
