import { idsFromLink, idsFromText } from '@/domain/identity-links';
import { normaliseTitle } from '@/domain/paper-key';
import { collapse } from '@/domain/text';
import { absolute } from '../read/links';
import type { Described } from '../read/metadata';
import { type Field, fieldOf } from './fields';
import type { Block } from './model';
import { namesIn } from './names';
import type { Stated } from './stated';
import { hasYear, isDate, isFeed, isLabel, isTrade, isVenue } from './wording';
import { endsAsSentence, register, wordCount } from './words';

/** What one block says, read once: the evidence that entries are judged by. */
export interface Facts {
  /** Collapsed text, without the name of its field. */
  text: string;
  /** Length of the field's name in the raw text. */
  from: number;
  field: Field | undefined;
  words: number;
  /** The names that the whole block consists of. */
  names: string[] | undefined;
  /** Absolute addresses of its links, each once. */
  links: string[];
  /** Identities that its links and words name; several of one scheme where it is about several papers. */
  ids: [scheme: string, id: string][];
  /** A paragraph of running text. */
  isParagraph: boolean;
  /** 0 to 1: how much a paragraph speaks as an abstract does. */
  register: number;
  venue: boolean;
  year: boolean;
  date: boolean;
  label: boolean;
  /** Links labelled as papers' parts are ("pdf", "code") or that lead to a PDF. */
  resources: number;
  feed: boolean;
  trade: boolean;
}

const RESOURCE =
  /^\W*(?:pdf|paper|arxiv|doi|bib(?:tex)?|abs(?:tract)?|slides?|posters?|supp\w*|preprint|full ?text|论文|論文)\W*$/i;

/** Reads the facts of blocks, each once. */
export class FactReader {
  readonly #known: (Facts | undefined)[] = [];
  readonly #ids = new Map<string, [string, string][]>();
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
    return (this.#known[block.index] ??= this.#read(block));
  }

  /** The identities that one link names. */
  idsOf(href: string): [string, string][] {
    const known = this.#ids.get(href);
    if (known) return known;
    const link = absolute(href, this.#base);
    const ids = link ? Object.entries(idsFromLink(link)) : [];
    this.#ids.set(href, ids);
    return ids;
  }

  /** A link's absolute address: none for what leads nowhere. */
  absolute(href: string): string[] {
    const link = absolute(href, this.#base);
    return link ? [link] : [];
  }

  #read(block: Block): Facts {
    const lead = fieldOf(block.raw.slice(0, 100).trimStart());
    const indent = block.raw.length - block.raw.trimStart().length;
    const from = lead ? indent + lead.length : 0;
    const text = collapse(block.raw.slice(from));
    const words = wordCount(text.slice(0, 20_000));
    const isParagraph = isRunning(text, words, block);
    return {
      text,
      from,
      field: lead?.field,
      words,
      names: words < 600 && !isParagraph ? namesIn(text) : undefined,
      ...this.#linksOf(block, text),
      isParagraph,
      register: isParagraph ? register(text) : 0,
      venue: isVenue(text.slice(0, 1_000)),
      year: hasYear(text.slice(0, 1_000)),
      date: isDate(text),
      label: isLabel(text),
      feed: words < 60 && isFeed(text),
      trade: words < 60 && isTrade(text),
    };
  }

  #linksOf(block: Block, text: string): Pick<Facts, 'links' | 'ids' | 'resources'> {
    const links = new Set<string>();
    const ids = new Map<string, [string, string]>();
    const add = (pair: [string, string]): unknown => ids.set(pair.join(':'), pair);
    let resources = 0;
    for (const { href, start, end } of block.runs) {
      if (href === undefined) continue;
      const link = absolute(href, this.#base);
      if (!link) continue;
      links.add(link);
      this.idsOf(href).forEach(add);
      const isPdf = /\.pdf(?:$|[?#])/i.test(link);
      if (isPdf || RESOURCE.test(block.raw.slice(start, Math.min(end, start + 60)))) resources += 1;
    }
    Object.entries(idsFromText(text.slice(0, 3_000))).forEach(add);
    return { links: [...links], ids: [...ids.values()], resources };
  }
}

/** Whether a text is a paragraph: long, or a sentence of some length, and not mostly links. */
function isRunning(text: string, words: number, block: Block): boolean {
  if (words < 14 || block.heading > 0) return false;
  let linked = 0;
  for (const { href, start, end } of block.runs) if (href !== undefined) linked += end - start;
  if (linked > block.raw.length * 0.6) return false;
  if (words >= 45) return namesIn(text.slice(0, 600)) === undefined;
  return endsAsSentence(text) && /[\p{Ll}\p{Lo}]/u.test(text) && namesIn(text) === undefined;
}
