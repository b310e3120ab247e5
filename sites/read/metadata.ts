import { idsFromLink } from '@/domain/identity/identity-links';
import { doi } from '@/domain/identity/paper-key';
import { fromMarkup } from '@/domain/text/markup';
import type { Printed } from './printed';
import { field, list, parse, text } from './values';

/** A title, an abstract or a name as a page gives it to machines: marked up, often twice. */
const marked = (value: unknown): string => fromMarkup(text(value));

/** What a page says of a paper for machines. Fields that it leaves out are empty. */
export interface Described {
  title: string;
  abstract: string;
  authors: string[];
  ids: Record<string, string>;
  url: string;
  date: string;
  printed: Printed;
  /** Address of its PDF; empty where the page names none. */
  pdf: string;
  /** Whether its type says that it is a work of research. */
  scholarly?: boolean;
}

const SCHOLARLY =
  /^(?:ScholarlyArticle|MedicalScholarlyArticle|Article|TechArticle|Report|Thesis|CreativeWork)$/;

/**
 * The papers of a page's JSON-LD, `ItemList`s and `@graph`s opened, in the order they are given
 * (https://schema.org/ScholarlyArticle). Only scholarly types count, except in a list.
 */
export function jsonLdPapers(page: ParentNode): Described[] {
  const papers: Described[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const stack: unknown[] = [parse(script.textContent)];
    // Bounded: a page may hold a graph that has nothing to do with papers.
    for (let steps = 0; stack.length > 0 && steps < 20_000; steps += 1) {
      const node = stack.pop();
      if (Array.isArray(node)) stack.push(...[...(node as unknown[])].toReversed());
      else if (isPaper(node)) papers.push(fromJsonLd(node));
      else
        stack.push(
          ...['hasPart', 'mainEntity', 'item', 'itemListElement', '@graph']
            .map((name) => field(node, name))
            .filter((value) => value !== undefined),
        );
    }
  }
  return papers;
}

const typesOf = (node: unknown): string[] => {
  const type = field(node, '@type');
  return (Array.isArray(type) ? (type as unknown[]) : [type]).map(text);
};

const isPaper = (node: unknown): boolean =>
  typesOf(node).some((name) => SCHOLARLY.test(name)) && titleOf(node) !== '';

const titleOf = (node: unknown): string =>
  marked(field(node, 'headline')) || marked(field(node, 'name'));

function fromJsonLd(node: unknown): Described {
  const url = text(field(node, 'url')) || text(field(node, '@id'));
  const same = field(node, 'sameAs');
  const identifiers = [field(node, 'identifier')]
    .flat()
    .map((id) => text(field(id, 'value')) || text(id));
  const links = [url, ...(Array.isArray(same) ? list(same) : [same]).map(text)];
  const author = field(node, 'author') ?? field(node, 'creator');
  const byDoi = identifiers.map((id) => doi(id)).find(Boolean);
  return {
    scholarly: typesOf(node).some((name) => /^(?:Medical)?ScholarlyArticle$|^Thesis$/.test(name)),
    title: titleOf(node),
    abstract: marked(field(node, 'abstract')) || marked(field(node, 'description')),
    authors: (Array.isArray(author) ? list(author) : [author])
      .map((one) => marked(field(one, 'name')) || marked(one))
      .filter(Boolean),
    ids: {
      ...(byDoi ? { doi: byDoi } : {}),
      ...(Object.assign({}, ...links.map(idsFromLink)) as Record<string, string>),
    },
    url,
    date: text(field(node, 'datePublished')),
    printed: printedIn(node),
    pdf: '',
  };
}

/** Where it appeared: the periodical or the volume that it is part of, through issue and volume. */
function printedIn(node: unknown): Printed {
  const parents: unknown[] = [];
  for (let at = field(node, 'isPartOf'); at && parents.length < 4; at = field(at, 'isPartOf'))
    parents.push(Array.isArray(at) ? (at as unknown[])[0] : at);
  const first = (name: string): string =>
    [node, ...parents].map((one) => text(field(one, name))).find(Boolean) ?? '';
  const venue = parents.map((parent) => text(field(parent, 'name'))).findLast(Boolean);
  const [from, to] = [text(field(node, 'pageStart')), text(field(node, 'pageEnd'))];
  return {
    venue,
    volume: first('volumeNumber'),
    issue: first('issueNumber'),
    pages: text(field(node, 'pagination')) || [from, to].filter(Boolean).join('–'),
  };
}

/** Names of `citation_*` and Dublin Core tags for identities, and their schemes here. */
const META_IDS: Record<string, string> = {
  citation_doi: 'doi',
  'dc.identifier': 'doi',
  'prism.doi': 'doi',
  citation_arxiv_id: 'arxiv',
  citation_pmid: 'pmid',
  bepress_citation_doi: 'doi',
};

/**
 * The one paper that a page is about, by its `citation_*` tags; `undefined` where it names none
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing). A page with these is no listing.
 */
export function citationMeta(page: ParentNode): Described | undefined {
  const values = (name: string): string[] =>
    [...page.querySelectorAll(`meta[name="${name}" i]`)].map((tag) =>
      text(tag.getAttribute('content')),
    );
  const one = (...names: string[]): string => names.flatMap(values).find(Boolean) ?? '';
  const title = fromMarkup(one('citation_title'));
  if (!title) return undefined;
  const ids: Record<string, string> = {};
  for (const [name, scheme] of Object.entries(META_IDS)) {
    const value = values(name)[0];
    const id = scheme === 'doi' ? value && doi(value) : value;
    if (id) ids[scheme] ??= id;
  }
  return {
    title,
    abstract: fromMarkup(values('citation_abstract')[0] ?? ''),
    authors: values('citation_author').map(fromMarkup),
    ids,
    url: values('citation_abstract_html_url')[0] ?? '',
    date: one(
      'citation_publication_date',
      'citation_date',
      'citation_online_date',
      'citation_year',
    ),
    printed: {
      venue: one(
        'citation_journal_title',
        'citation_conference_title',
        'citation_inbook_title',
        'prism.publicationName',
      ),
      volume: one('citation_volume', 'prism.volume'),
      issue: one('citation_issue', 'prism.number'),
      pages: [one('citation_firstpage', 'prism.startingPage'), one('citation_lastpage')]
        .filter(Boolean)
        .join('–'),
    },
    pdf: one('citation_pdf_url'),
  };
}

/**
 * What a COinS span says: `<span class="Z3988" title="…">` with an OpenURL context object
 * (https://en.wikipedia.org/wiki/COinS). `undefined` where it names no article.
 */
export function fromCoins(span: Element): Described | undefined {
  const values = new URLSearchParams(span.getAttribute('title') ?? '');
  const title = marked(values.get('rft.atitle')) || marked(values.get('rft.title'));
  if (!title) return undefined;
  const named = values.getAll('rft_id');
  const byDoi = named.map((id) => doi(id)).find(Boolean);
  const pmid = named.map((id) => /^info:pmid\/(\d+)$/.exec(id)?.[1]).find(Boolean);
  return {
    title,
    abstract: '',
    authors: values.getAll('rft.au').map(text),
    ids: { ...(byDoi ? { doi: byDoi } : {}), ...(pmid ? { pmid } : {}) },
    url: named.find((id) => /^https?:/.test(id)) ?? '',
    date: text(values.get('rft.date')),
    printed: {
      venue: text(values.get('rft.jtitle')) || text(values.get('rft.btitle')),
      volume: text(values.get('rft.volume')),
      issue: text(values.get('rft.issue')),
      pages: text(values.get('rft.pages')),
    },
    pdf: '',
  };
}
